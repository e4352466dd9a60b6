"""What a check found, said in both languages, with the file, the line and the key."""

from __future__ import annotations

from dataclasses import dataclass

from measures_py.model import Text


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing wrong: where it is, what is wrong and what was expected."""

    file: str
    line: int
    key: str
    zh: str
    en: str

    def message(self, lang: str) -> str:
        """The finding as one line, `file:line: key: what is wrong`."""
        return f"{self.file}:{self.line}: {self.key}: {Text(self.zh, self.en)[lang]}"


class InvalidDataError(Exception):
    """The data do not pass the check; carries every finding."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__("\n".join(finding.message("en") for finding in findings))
        self.findings = findings
