"""A state's agency told by its nation alone is the one of that state that the article names: "the Syrian news agency", SANA."""

from __future__ import annotations

import re

from kg.extract.cast import Cast, Draft
from kg.extract.named import join
from kg.model import Naming

_UNNAMED = re.compile(r"(?:(?:state |official |national )?(?:news agency|press agency)|\b(?:state|official) media)$", re.I)
_OUTLET = "outlet/"


def name_agencies(cast: Cast) -> None:
    """Make one of an agency or of state media told without a name and the only outlet of that state that is named."""
    bodies = cast.of_type("Organization")
    outlets = [d for d in bodies if d.forms and d.known is not None and d.known.startswith(_OUTLET) and d.state is not None]
    for body in bodies:
        if body.known is None and body.state is not None and unnamed(body):
            named = [d for d in outlets if d.state == body.state]
            if len(named) == 1:
                body.forms.clear()  # a description from now on
                body.namings[:] = [Naming(n.span, None) for n in body.namings]
                join(cast, named[0], body)


def unnamed(body: Draft) -> bool:
    """Whether each of the body's names is only what its state's agency is: "North Korean state media"."""
    return bool(body.forms) and all(_UNNAMED.search(form) for form in body.forms)
