"""Numbers and sums of money as they are typed."""

from dialogs.language.numbers.amounts import read_amount
from dialogs.language.numbers.whole import number, read_number, whole_number

__all__ = ["number", "read_amount", "read_number", "whole_number"]
