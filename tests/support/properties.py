"""How many examples a property is tried on: a fifth in the quick suite, all of them in `make test-slow`."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

USUAL = 100
SHARE = 5
"""The quick suite looks at one in so many."""

QUICK, THOROUGH = "quick", "thorough"

# How long an example takes depends on the machine, and says nothing about the property.
_patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile(QUICK, _patient, max_examples=USUAL // SHARE)
settings.register_profile(THOROUGH, _patient, max_examples=USUAL)
settings.load_profile(QUICK)


def examples(most: int) -> settings:
    """So many instead of the usual hundred: `@examples(300)` above `@given(...)`."""
    # The profile is chosen (--hypothesis-profile) before any test is read.
    return settings(max_examples=most * settings().max_examples // USUAL)
