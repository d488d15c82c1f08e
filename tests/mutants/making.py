"""Mutants of a function: mutmut says what is changed, and the change is put into the running function.

mutmut's own command copies the tree and starts pytest for every mutant, which takes seconds; here
the tests are collected once. It is used for its operators. It leaves decorated functions alone, since
it would copy the decorator; as only code is exchanged here, decorators are taken off first, and those
functions are changed too.
"""

from __future__ import annotations

import difflib
import inspect
from collections import defaultdict
from importlib import import_module
from types import FunctionType
from typing import TYPE_CHECKING, Any, NamedTuple

import libcst as cst
import libcst.matchers as m
from libcst.metadata import MetadataWrapper
from mutmut.mutation.file_mutation import MutationVisitor, deep_replace
from mutmut.mutation.mutators import mutation_operators
from mutmut.mutation.pragma_handling import IgnoredCode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["Mutant", "mutants_of"]


class Mutant(NamedTuple):
    """One change to one function."""

    module: str
    #: As Python qualifies it: `Table.day`.
    function: str
    node: cst.FunctionDef
    original: cst.CSTNode
    changed: cst.CSTNode

    @property
    def place(self) -> str:
        """Module and function."""
        return f"{self.module}.{self.function}"

    @property
    def change(self) -> str:
        """What was changed, as `was → is`."""
        return _difference(_source(self.node), self._spoilt())

    def _spoilt(self) -> str:
        return _source(deep_replace(self.node, self.original, self.changed))

    def apply(self) -> None:
        """Put the change into the running function."""
        module = import_module(self.module)
        names = dict(vars(module))
        exec(compile("from __future__ import annotations\n" + self._spoilt(), self.place, "exec"), names)  # noqa: S102 - that is what a mutant is
        made: FunctionType = names[self.node.name.value]
        running = running_function(self.module, self.function)
        running.__code__ = made.__code__
        running.__defaults__ = made.__defaults__
        running.__kwdefaults__ = made.__kwdefaults__
        _forget(module)


def mutants_of(file: Path) -> Iterator[Mutant]:
    """Yield every mutant of every function in a file; its path from the tree's root is the module's name."""
    module = ".".join(file.with_suffix("").parts).removesuffix(".__init__")
    visitor = _Visitor()
    plain = cst.parse_module(file.read_text("utf-8")).visit(_Undecorated())
    tree = MetadataWrapper(plain).visit(visitor)
    found = defaultdict(list)
    for mutation in visitor.mutations:
        found[mutation.contained_by_top_level_function].append(mutation)
    for function, node in _functions(tree):
        for mutation in found[node]:
            if not _is_idle(mutation.original_node, mutation.mutated_node):
                yield Mutant(module, function, node, mutation.original_node, mutation.mutated_node)


def running_function(module: str, function: str) -> FunctionType:
    """Return the function itself, without what it is wrapped in."""
    owner: Any = import_module(module)
    *classes, name = function.split(".")
    for one in classes:
        owner = getattr(owner, one)
    found = inspect.getattr_static(owner, name)
    for wrapping in ("fget", "func", "__func__"):
        found = getattr(found, wrapping, found)
    unwrapped = inspect.unwrap(found)
    assert isinstance(unwrapped, FunctionType), f"{module}.{function}"
    return unwrapped


class _Undecorated(cst.CSTTransformer):
    def leave_FunctionDef(  # noqa: N802 - libcst's name
        self,
        original_node: cst.FunctionDef,  # noqa: ARG002 - libcst's
        updated_node: cst.FunctionDef,
    ) -> cst.FunctionDef:
        return updated_node.with_changes(decorators=())


def _functions(tree: cst.Module) -> Iterator[tuple[str, cst.FunctionDef]]:
    for node in tree.body:
        if isinstance(node, cst.FunctionDef):
            yield node.name.value, node
        elif isinstance(node, cst.ClassDef):
            for inner in node.body.body:
                if isinstance(inner, cst.FunctionDef):
                    yield f"{node.name.value}.{inner.name.value}", inner


class _Visitor(MutationVisitor):
    """Leaves alone what never shows.

    That are types for the type checker, `strict=True`, and what an AssertionError says.
    """

    def __init__(self) -> None:
        super().__init__(mutation_operators, IgnoredCode(set(), set(), set()))
        self._types: set[cst.CSTNode] = set()

    def on_visit(self, node: cst.CSTNode) -> bool:
        if isinstance(node, cst.Call) and m.matches(node.func, m.Name("cast")):
            self._types.add(node.args[0])
            return True
        idle = m.Arg(keyword=m.Name("strict")) | m.Call(func=m.Name("AssertionError"))
        return node not in self._types and not m.matches(node, idle) and super().on_visit(node)


def _is_idle(original: cst.CSTNode, changed: cst.CSTNode) -> bool:
    """Is only `strict` changed?"""
    return (
        isinstance(original, cst.Call)
        and isinstance(changed, cst.Call)
        and _unguarded(original).deep_equals(_unguarded(changed))
    )


def _unguarded(call: cst.Call) -> cst.Call:
    """Return a call without `strict`, and its commas as they come."""
    return call.with_changes(
        args=[
            argument.with_changes(comma=cst.MaybeSentinel.DEFAULT)
            for argument in call.args
            if not m.matches(argument.keyword, m.Name("strict"))
        ]
    )


def _source(node: Any) -> str:
    return cst.Module(body=[node]).code


def _difference(before: str, after: str) -> str:
    lines = list(difflib.ndiff(_plain(before), _plain(after)))
    was, now = (" ".join(line[2:].strip() for line in lines if line[0] == sign) for sign in "-+")
    return f"{was} → {now}"


def _plain(source: str) -> list[str]:
    return [line for line in source.splitlines() if line.strip()]


def _forget(module: object) -> None:
    """Empty what the module's functions keep of former answers."""
    for value in vars(module).values():
        if hasattr(value, "cache_clear"):
            value.cache_clear()
