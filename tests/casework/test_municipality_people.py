"""The people of a municipality's file: roles and mail addresses, each mistake with its line."""

from __future__ import annotations

import pytest

from casework.municipality import CASEWORKERS, Municipality, Role
from casework.municipality_schema import load
from tests.casework.test_municipality import TEXT, changed, line_of


def test_the_demo_has_somebody_in_every_role(dordrecht: Municipality) -> None:
    assert {person.role for person in dordrecht.people} == set(Role)
    assert {person.role for person in dordrecht.people if person.districts} <= CASEWORKERS
    mails = [person.email for person in dordrecht.people]
    assert all(mail.endswith(".example") for mail in mails)
    assert len(set(mails)) == len(mails)


def test_an_unknown_role_is_told_with_its_line() -> None:
    (found,) = changed(("role: administrator", "role: baas"))
    assert found.startswith(f"{line_of('role: administrator')}: people[wim].role:")


@pytest.mark.parametrize("mail", ["sanne", "sanne@", "@x.nl", "a b@x.nl", "sanne@x", "s@x..nl"])
def test_a_mail_address_that_cannot_exist(mail: str) -> None:
    line = line_of("sanne@dordrecht.example")
    found = changed(("email: sanne@dordrecht.example", f"email: '{mail}'"))
    assert found == [f"{line}: people[sanne].email: '{mail}' is geen e-mailadres"]


@pytest.mark.parametrize("mail", ["sanne@dordrecht.example", "SANNE@Dordrecht.example"])
def test_two_people_behind_one_address_are_one_person_to_the_log(mail: str) -> None:
    line = line_of("yusuf@dordrecht.example")
    assert changed(("yusuf@dordrecht.example", mail)) == [
        f"{line}: people[yusuf].email: 'sanne@dordrecht.example' is al van Sanne"
    ]


def test_who_has_no_account_may_be_left_without_an_address() -> None:
    text = TEXT.replace("    email: sanne@dordrecht.example\n", "")
    assert text != TEXT
    found = load(text, "d.yaml")
    assert isinstance(found, Municipality)
    assert found.person("sanne").email == ""
