"""No page lacks a rule of the theme's that would have dressed something on it."""

from __future__ import annotations

from pathlib import Path

import material
import pytest

from tests.bench.lighthouse import KINDS
from tests.browser.returning import returning

pytestmark = [pytest.mark.browser, returning]

(THEME,) = Path(material.__file__).parent.glob("templates/assets/stylesheets/main.*.css")
#: Which selectors of a style sheet match something on the page, in whatever state, and are in none of its.
LACKS = r"""(theme) => {
  const STATE = /([\s>+~(]?)(?:::[\w-]+|:(?:hover|focus|focus-within|focus-visible|active|target)\b)+/g;
  const ruled = (rules) => [...rules].flatMap((rule) => {
    if (rule.selectorText === undefined) return ruled(rule.cssRules ?? []);
    // Variables that nobody asks for dress nothing.
    return [...rule.style].every((name) => name.startsWith("--")) ? [] : alone(rule.selectorText);
  });
  const alone = (list) => {
    let depth = 0;
    const cut = [...list].map((sign) => {
      depth += (sign === "(") - (sign === ")");
      return sign === "," && depth === 0 ? "\n" : sign;
    });
    return cut.join("").split("\n").map((one) => one.trim());
  };
  const stateless = (selector) =>
    selector.replace(STATE, (_, before, at) => before || at === 0 ? `${before}*` : "");
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(theme);
  const wanted = ruled(sheet.cssRules);
  const there = new Set([...document.styleSheets].flatMap(({ cssRules }) => ruled(cssRules)));
  const lacking = wanted.filter((one) => !there.has(one) && document.querySelector(stateless(one)));
  return [wanted.length, lacking];
}"""


@pytest.mark.parametrize("address", KINDS)
def test_a_page_lacks_no_rule_that_would_dress_it(context, site, address):
    page = context.new_page()
    page.goto(site + address)
    known, lacking = page.evaluate(LACKS, THEME.read_text("utf-8"))
    assert known > 1_000
    assert lacking == []
