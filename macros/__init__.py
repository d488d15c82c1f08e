"""From the rulebook to the pages: what `{{ … }}` in a page may call.

The functions behind the names take values and return HTML; this module alone knows mkdocs-macros.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, Final, ParamSpec, Protocol

from checkers.rulebook import load
from macros.checker import checker
from macros.chooser import method_chooser
from macros.components import components
from macros.erase import erase_data
from macros.glance import glance
from macros.glossary import glossary, words_apart
from macros.guide import Guide
from macros.letter import replacement_letter
from macros.limits import disagreements, unknowns
from macros.methods import method_names, method_people, method_sheet, method_table, method_time
from macros.notice import notice
from macros.offline import kept_pages, offline_copy
from macros.pages import component_cards, opening, sources_table
from macros.planner import visit_planner
from macros.promises import promises
from macros.rules import asked, checklist, rule_table, rules, strength_key
from macros.seats import seats
from macros.serving import answer_size, memory, memory_image, server_settings, speed, traffic
from macros.situations import situations
from macros.sources import cite, own, source_note
from macros.steps import replacement_steps
from macros.timeline import timeline

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["MACROS", "define_env"]

#: What a page may call, by the functions' own names.
MACROS: Final = (
    answer_size,
    asked,
    checker,
    checklist,
    cite,
    component_cards,
    components,
    disagreements,
    erase_data,
    glance,
    glossary,
    kept_pages,
    memory,
    memory_image,
    method_chooser,
    method_names,
    method_people,
    method_sheet,
    method_table,
    method_time,
    notice,
    offline_copy,
    opening,
    own,
    promises,
    replacement_letter,
    replacement_steps,
    rule_table,
    rules,
    seats,
    server_settings,
    situations,
    source_note,
    sources_table,
    speed,
    strength_key,
    timeline,
    traffic,
    unknowns,
    visit_planner,
    words_apart,
)


_P = ParamSpec("_P")


class _Page(Protocol):
    @property
    def url(self) -> str: ...
    @property
    def meta(self) -> Mapping[str, Any]: ...


class _Env(Protocol):
    """What we use of mkdocs-macros."""

    @property
    def conf(self) -> Mapping[str, Any]: ...
    @property
    def page(self) -> _Page: ...
    def macro(self, function: Callable[..., str], name: str = ...) -> object: ...


def define_env(env: _Env) -> None:
    """Register the macros for one build, in that build's language."""
    for function in MACROS:
        env.macro(_for_page(env, function), function.__name__)


def _for_page(env: _Env, function: Callable[Concatenate[Guide, _P], str]) -> Callable[_P, str]:
    """Return the macro that gives the function the page it stands on."""

    @wraps(function)
    def macro(*args: _P.args, **kwargs: _P.kwargs) -> str:
        guide = Guide(load(), env.conf["extra"]["lang"], "../" * env.page.url.count("/"), env.page.meta)
        return function(guide, *args, **kwargs)

    return macro
