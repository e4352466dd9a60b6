"""43 Dalian Customs measures to support businesses, as data, rules and pages."""

__version__ = "0.1.0"
