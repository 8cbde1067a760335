"""The pages of the programmes, and the tables that their templates read."""

from __future__ import annotations

from typing import Any

from bot.desk.arrears import page as arrears
from bot.desk.baby import figures
from bot.desk.baby import page as baby
from bot.desk.breakthrough import officer
from bot.desk.breakthrough import page as breakthrough
from bot.desk.child_package import page as child_package
from bot.desk.childcare import page as childcare
from bot.desk.coaching import page as coaching
from bot.desk.council import page as council
from bot.desk.gate import View
from bot.desk.ideas import page as ideas
from bot.desk.referring import routes as referring

ROUTES: tuple[tuple[str, str, str, View], ...] = (
    *childcare.ROUTES,
    *baby.ROUTES,
    *referring.ROUTES,
    *figures.ROUTES,
    *child_package.ROUTES,
    *breakthrough.ROUTES,
    *officer.ROUTES,
    *coaching.ROUTES,
    *arrears.ROUTES,
    *council.ROUTES,
    *ideas.ROUTES,
)
TABLES: dict[str, Any] = (
    referring.TABLES
    | childcare.TABLES
    | baby.TABLES
    | child_package.TABLES
    | breakthrough.TABLES
    | coaching.TABLES
    | arrears.TABLES
    | council.TABLES
    | ideas.TABLES
)
