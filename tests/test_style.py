"""The style sheet of every page: of the theme's what pages use, of ours all."""

from __future__ import annotations

import re
from pathlib import Path

import material
import pytest

from macros.scripts import release
from release.style import style

SITE = Path(__file__).parent.parent / "site"
(THEME,) = Path(material.__file__).parent.glob("templates/assets/stylesheets/main.*.css")
DECLARED = re.compile(r"(--[\w-]+)\s*:")
ASKED_FOR = re.compile(r"var\((--[\w-]+)")


@pytest.mark.parametrize(
    ("theme", "ours", "made"),
    [
        (".md-main{color:red}", "", ".md-main{color:red}"),
        (".md-nobody-has-this{color:red}", "", ""),
        (".md-nobody-has-this,.md-main{color:red}", "", ".md-main{color:red}"),
        ("hr{color:red}", "", "hr{color:red}"),
        ("", ".md-nobody-has-this{color:red}", ".md-nobody-has-this{color:red}"),
        (":root{--a:1px;--b:2px}", "p{margin:var(--b)}", ":root{--b:2px}p{margin:var(--b)}"),
        ("@keyframes a{to{color:red}}", "p{animation:a}", "@keyframes a{to{color:red}}p{animation:a}"),
    ],
)
def test_of_the_theme_what_a_page_may_hold_stays_and_of_ours_all(theme, ours, made):
    assert style(theme, ours).strip() == made


def test_a_fault_in_a_style_sheet_ends_the_build():
    with pytest.raises(SystemExit, match="could not be read"):
        style("}", "")


def test_every_variable_that_is_asked_for_is_there():
    css = "".join(path.read_text("utf-8") for path in SITE.glob(f"assets/{release()}/**/*.css"))
    known = set(DECLARED.findall(THEME.read_text("utf-8")))
    assert known & set(ASKED_FOR.findall(css)) <= set(DECLARED.findall(css))
