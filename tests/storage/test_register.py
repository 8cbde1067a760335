"""Every column has a purpose and a term: one that nobody thought about fails the build.

Terms: `family` goes when she is erased, by herself or by a term; `shell` stays empty of her words;
the others are named as in the municipality's file. `+` before a column: it stands in her own copy.
"""

from __future__ import annotations

from storage.tables import metadata

REGISTER = """
families shell
  id: a random name, so that rows belong together
  municipality: whose terms and people hold
  wrapped_key: opens what is sealed; destroyed when she is erased
  +created_at: since when, for the terms
  erased_at: that it is done, and when
  held_at held_by: legal hold, and who decided
  warned_at: from when the days until erasing count
  copy_hash copy_until: the one address that opens her copy now
conversations family
  id family_id: which talk is whose
  +session_sealed: where she is, and what she told
  turn: which question a button belongs to
  +state +script +step: how far she is
  +last_in_at: for the terms
  reply_address_id: where she wants to hear from us
  +reminders +day_before: her wishes
  +cleared_at: nothing older is shown on a screen
  created_at: since when
addresses family
  id conversation_id: which address is whose
  +channel +value_sealed: where to write to her
  hash: to find her without a readable address
  +reachable: whether messages arrive
  +created_at: since when
inbox chat
  id conversation_id address_id: which message is whose
  +channel key: to know a repeat; after erasing it stays two days
  kind: how to read it
  +body_sealed: what she sent
  state tries error: whether it had its turn
  +received_at done_at: order and time
set_aside chat
  id channel key reason: an update that could not be read, for the operator
  body_sealed: the update, under the system key
  received_at: for the term
outbox chat
  id key conversation_id address_id: which message is whose; a repeat is void
  +channel +kind: how it goes out
  +body_sealed: what she was sent
  +state attempts not_before remote_id error sending_at sent_at: how that went
  reminder_id turn: what it belongs to
  +created_at: order and time
answers family
  id key family_id: which answer is whose; a repeat is void
  +script +script_version +step: where a line comes from
  +status +body_sealed +channel +current +at: her answer, with the question as asked
attachments family
  +id family_id: which file is whose
  channel remote_sealed attempts: how to fetch it
  +kind +mime +size seconds +state: what it is
  +body_sealed: the file
  +created_at: when
reminders family
  id conversation_id key topic turn args: which reminder is about what
  +kind +wall zone due_at useless_after solicited: when it goes out
  +state reason fired_at created_at: what became of it
handoffs shell
  id family_id municipality: who helps whom; random, it travels in links
  +reason +district: why and where; emptied when she is erased
  +neighbourhood_worker +consultant: her two people
  +state +claimed_by +claimed_at +promised_by +checked_by_parent +created_at: where it stands
tasks family
  id key handoff_id: which task is whose
  +kind +body_sealed: what somebody does, with her words
  due_at +done_at +done_by +created_at +owner: when and by whom
slots family
  id handoff_id round: which offer
  +person +wall zone starts_at +minutes +place_kind state created_at: the time offered
appointments shell
  id uid key family_id handoff_id: which talk is whose
  +person +wall zone starts_at +minutes +place_kind: when, where, with whom
  +state sequence +created_at: where it stands
alerts audit
  id key handoff_id family_id ref: what went wrong for whom
  +kind +created_at: what and when
  seen_at seen_by: who looked at it
staff_texts family
  id key handoff_id family_id: which text is about whom; a repeat is void
  +author +kind +about +body_sealed: what her people wrote, to her or about her
  +state not_before night inbox_id reason +created_at settled_at: how that went
promises family
  id key handoff_id: which promise is to whom
  +made_at +due_at round: what she was told
  warned_at +broken_at +kept_at +kept_by +kept_how: what became of it
acts family
  id handoff_id: for whom
  +actor +what ref +at: what her people did, and when
absences shell
  id key person cover first last made_by created_at begun_at ended_at: who stands in for whom
covers family
  id absence_id handoff_id place given_at back_at: whose families a colleague looks after meanwhile
reads access_log
  id family_id: whose data; the number of a family that was erased says nothing of it
  +actor +what +at: who looked, at what, when; actor and what are emptied after the term
  seq salt digest prior hash: the chain, so that nobody can change it unseen
reads_end shell
  id seq hash seal: where the chain ends; it is of no family
look_ins access_log
  id key family_id handoff_id: whose data, and by which handoff
  +actor +reason_sealed +begun_at until: who looked in, why, and how long
feeds shell
  person: whose calendar; a colleague, no family
  hash: what opens it, without the address itself
  made_at read_at: since when, and whether a program still fetches it
referrer_codes shell
  person: who may refer; somebody from outside, no family
  hash: what opens it, without the code itself
  made_by made_at used_at last_day: who gave it, whether it is used, and how long it works
referrer_code_acts shell
  id person what by at: which colleague gave, renewed or withdrew whose code
invitations shell
  appointment_id person: which talk a colleague was mailed
  sequence cancelled at: which version, and when
childcare_plans family
  id key family_id handoff_id: which arrangement is whose
  +begun_on +first_day +way +offer_on +changed_on +four_on: the days that her steps count from
  +body_sealed: the provider, as a worker noted it
  version created_at: that no change gets lost
  waits: counted among those who wait for a place
childcare_steps family
  id plan_id: which step of which arrangement
  +step +due_on +done_on done_by: what is to be done, when, and that it was
grants shell
  id key family_id plan_id request_id: whose it is; sums stay, and name nobody once she is erased
  municipality programme +first_month +months cents: what a year's budget is counted by
  given_by given_at: who decided
  ended_at: that it ended before its term
  asked_cents spent_cents spent_by: what a breakthrough asked and really cost, and who entered it
one_time_links family
  id hash request_id: which code leads to what; the code itself is in the letter only
  made_by created_at until used_at: who printed it, and how long it works
requests family
  id key municipality programme family_id handoff_id: what is asked, of which programme, for whom
  +kind +state +due_on +body_sealed: what it is, how far it is, and what is known of it
  brought_by person: who asked, and who looks after it
  version +created_at changed_at: that no change gets lost
request_steps family
  id request_id: which request
  +state by +at: what it became, and when
tallies shell
  id municipality day what number: how many of something on a day, of nobody; for the council
"""
TERMS = {"family", "shell", "chat", "audit", "access_log"}


def register() -> dict[str, tuple[str, set[str]]]:
    """Table → its term and its columns that have a purpose."""
    found: dict[str, tuple[str, set[str]]] = {}
    table = ""
    for line in REGISTER.strip().splitlines():
        if not line.startswith(" "):
            table, term = line.split()
            found[table] = (term, set())
            continue
        names, purpose = line.split(":", 1)
        assert len(purpose.split()) >= 1, line
        found[table][1].update(name.lstrip("+") for name in names.split())
    return found


def test_every_column_has_a_purpose_and_a_term() -> None:
    known = register()
    assert {term for term, _ in known.values()} <= TERMS
    there = {name: set(table.c.keys()) for name, table in metadata.tables.items()}
    assert {name: sorted(columns) for name, (_, columns) in known.items()} == {
        name: sorted(columns) for name, columns in there.items()
    }
