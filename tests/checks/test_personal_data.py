"""No real person's number, not even by slip; the numbers below are fictitious and made while the test runs."""

import pytest

from sitebuild.checks import personal_data

# Put together here, so that this file holds none itself.
VALID_ID = "11010519491231" + "002X"
WRONG_ID = "11010519491231" + "0021"
CARD = "4111" + "1111" * 2 + "1111"
WRONG_CARD = CARD[:-1] + "2"
MOBILE = "138" + "0013" + "8000"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        pytest.param(f"证件号{VALID_ID}。", ["a resident ID that the checksum accepts"], id="an ID"),
        pytest.param(f"证件号{WRONG_ID}。", [], id="an ID with a wrong check digit"),
        pytest.param("证件号1101**********000X。", [], id="a masked ID"),
        pytest.param(f"卡号{CARD}", ["a bank card number that the checksum accepts"], id="a card"),
        pytest.param(
            f"卡号{CARD[:4]} {CARD[4:8]} {CARD[8:12]} {CARD[12:]}",
            ["a bank card number that the checksum accepts"],
            id="a card with spaces",
        ),
        pytest.param(f"卡号{WRONG_CARD}", [], id="a card with a wrong check digit"),
        pytest.param("0000 0000 0000 0000", [], id="zeros"),
        pytest.param(f"打{MOBILE}。", ["a mobile number that looks real"], id="a mobile number"),
        pytest.param(f"打+86 {MOBILE}。", ["a mobile number that looks real"], id="with the country code"),
        pytest.param("打138****0000。", [], id="a masked mobile number"),
        pytest.param(f"打{MOBILE}。 fictitious", [], id="documented as fictitious"),
        pytest.param(f"sha256:ab{MOBILE}cd", [], id="digits inside a hash"),
        pytest.param("docId=1251479, 2026-11-23", [], id="ordinary numbers"),
    ],
)
def test_numbers_that_may_be_somebody_s_are_found(line: str, found: list[str]) -> None:
    problems = list(personal_data.check("docs/zh/a.md", f"甲\n{line}"))

    assert [problem.message.split(";")[0].removeprefix("this is ") for problem in problems] == found
    assert all(problem.line == 2 for problem in problems)
