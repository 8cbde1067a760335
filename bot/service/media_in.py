"""What came with her message: kept, fetched later, or kindly refused with the other way."""

from __future__ import annotations

from bot.service import media, wording
from bot.service.ports import PARENTS_TELEGRAM, Media
from bot.service.work import Work
from dialogs.model import Attachment, Text
from storage import attachments


async def kept(work: Work) -> Attachment | None:
    """The attachment of this row, noted in the database; None when there is none to keep.

    When one is refused she is told how it can be done instead.
    """
    found = work.item.media
    if found is None:
        return None
    if found.attachment:  # the web chat kept the bytes already
        return Attachment(found.attachment, found.kind, found.seconds)
    refusal = _refusal(work, found)
    if refusal is not None:
        work.note(refusal)
        return None
    name = _name(work)
    row = attachments.NewAttachment(
        id=name,
        family_id=work.conversation.family_id,
        channel=work.row.channel,
        kind=found.kind,
        mime=found.mime[:80],
        size=found.size,
        seconds=found.seconds,
        remote=found.remote,
    )
    work.writes.attachments.append(row)
    return Attachment(name, found.kind, found.seconds)


def _refusal(work: Work, found: Media) -> Text | None:
    allowed = work.house.municipality.telegram_media
    if found.size > media.LARGEST:
        return wording.TOO_BIG
    if work.row.channel != PARENTS_TELEGRAM:
        return None
    if found.kind == media.VOICE:
        return None if allowed.voice else wording.NO_VOICE
    may = allowed.photo if found.kind == media.PHOTO else allowed.file
    return None if may else wording.NO_PICTURES


def _name(work: Work) -> str:
    """The same id at every replay of this row; knowing it opens nothing."""
    return work.tx.vault.hash("attachment", f"{work.row.channel}:{work.row.key}")[:32]
