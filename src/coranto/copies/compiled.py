"""Numba's compiler, set up as this room uses it: compiled once, kept on disk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

from numba import njit

Function = TypeVar("Function", bound=Callable[..., object])


def compiled(function: Function) -> Function:
    """``function`` as machine code, compiled at its first call and kept beside this package.

    Where neither the package's folder nor the user's cache can be written to,
    it is compiled anew in every process.  It releases the interpreter's lock.
    """
    made: Any
    try:
        made = njit(cache=True, nogil=True)(function)
    except RuntimeError:  # numba found no place for its cache
        made = njit(nogil=True)(function)
    return cast(Function, made)


def part(function: Function) -> Function:
    """A part of compiled functions of the same module: Python itself cannot call it.

    It goes into the code of those that call it and is not kept by itself, which
    halves the time that compiling takes.
    """
    options: dict[str, Any] = {"no_cpython_wrapper": True, "no_cfunc_wrapper": True}
    made: Any = njit(nogil=True, **options)(function)
    return cast(Function, made)
