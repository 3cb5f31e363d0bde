import pytest

from screener.domain.errors import DocumentTooComplex
from screener.reading.html import read_html


def texts(body: str, head: str = "") -> list[str]:
    lines, _ = read_html(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>")
    return [line.text for line in lines]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<h1>Mia Weiss</h1><p>Engineer,\n   Leeds</p>", ["Mia Weiss", "Engineer, Leeds"]),
        ("<div>one<div>two</div>three</div>", ["one", "two", "three"]),
        ("<p>a<br>b</p>", ["a", "b"]),
        ("<ul><li>Lean</li><li><p>Six <b>Sigma</b></p></li></ul>", ["• Lean", "• Six Sigma"]),
        ("<p>R&eacute;sum&eacute; &amp; more&nbsp;</p>", ["Résumé & more"]),
        ("<pre>a\nb</pre>", ["a", "b"]),
        ("<p>\n\t\tEngineer\tApr 2021 –\n\t\tnow\n\t</p>", ["Engineer\tApr 2021 – now"]),
        ("<script>x()</script><style>p{}</style><noscript>no</noscript>seen", ["seen"]),
        ("<!-- CPIM -->seen", ["seen"]),
        ("<table><tr><td>2014</td><td>BSc</td></tr></table>", ["2014\tBSc"]),
        ('<div style="display:flex"><span>Engineer</span><span>2019 – 2022</span></div>', ["Engineer\t2019 – 2022"]),
        ('<div style="display:flex"><div>Engineer</div><div>2019</div></div>', ["Engineer\t2019"]),
        (
            '<div style="display:flex"><div><h2>Skills</h2><p>PLC</p></div><div><h2>Work</h2><p>Acme</p></div></div>',
            ["Skills", "PLC", "Work", "Acme"],
        ),
        ("<p>unclosed <b>bold<p>next", ["unclosed bold", "next"]),
        ('<p style="text-transform:uppercase">skills</p>', ["SKILLS"]),
    ],
)
def test_lines(body: str, expected: list[str]) -> None:
    assert texts(body) == expected


def test_a_box_round_an_entry_is_set_apart() -> None:
    body = "<div><p>Engineer</p><ul><li>Lean</li></ul></div><div><p>Trainee</p><p>Acme</p></div><div>alone</div>"
    assert texts(body) == ["Engineer", "• Lean", "", "Trainee", "Acme", "", "alone"]


def test_the_short_form_of_fonts() -> None:
    lines, _ = read_html("<style>body{font:11pt 'Liberation Serif'} p{font:bold 9px/1.4 Arial}</style>Mia<p>Leeds</p>")
    assert [(line.size, line.bold) for line in lines] == [(11.0, False), (6.75, True)]


def test_looks() -> None:
    lines, _ = read_html('<h2>Skills</h2><p style="font-size:10px">PLC <b>x</b></p><p><strong>Acme</strong></p>')
    assert [(line.size, line.bold) for line in lines] == [(18.0, True), (7.5, False), (12.0, True)]


@pytest.mark.parametrize(
    ("style", "reason"),
    [
        ("display:none", "marked as hidden"),
        ("visibility: hidden", "marked as hidden"),
        ("opacity:0", "transparent"),
        ("color:transparent", "transparent"),
        ("color:rgba(0,0,0,0)", "transparent"),
        ("color:#fff", "colour of the background"),
        ("color:WHITE !important", "colour of the background"),
        ("color:rgb(254, 254, 254)", "colour of the background"),
        ("color:hsl(0, 0%, 100%)", "colour of the background"),
        ("color:snow;background:transparent", "colour of the background"),
        ("color:#222;background:#222", "colour of the background"),
        ("font-size:1px", "under 3 points"),
        ("font-size:0", "under 3 points"),
        ("position:absolute;left:-9999px", "outside the page"),
        ("text-indent:-9999px", "outside the page"),
        ("height:0;overflow:hidden", "clipped"),
        ("position:absolute;clip:rect(0 0 0 0)", "clipped"),
    ],
)
def test_what_cannot_be_seen_is_kept_apart(style: str, reason: str) -> None:
    inline = f'<p>Seen <span style="{style}">CPIM</span></p>'
    by_class = (
        f'<head><style>/* x */ .ghost {{ {style} }} p {{color:#000}}</style></head><p>Seen <i class="a ghost">CPIM</i>'
    )
    for body in (inline, by_class):
        lines, hidden = read_html(body)
        assert [line.text for line in lines] == ["Seen"]
        assert [(line.text, line.reason) for line in hidden] == [("CPIM", reason)]


@pytest.mark.parametrize(
    "body",
    [
        '<div style="background:#1f3864"><p style="color:#fff">CPIM</p></div>',
        '<div style="background:linear-gradient(#000,#111)"><p style="color:#fff">CPIM</p></div>',
        '<table bgcolor="#000080"><tr><td><font color="white">CPIM</font></td></tr></table>',
        '<div style="background:midnightblue"><p style="color:#fff">CPIM</p></div>',
        '<div style="background:var(--dark)"><p style="color:#fff">CPIM</p></div>',
        '<div style="background:rgba(0,0,0,.04)"><p style="color:#000">CPIM</p></div>',
        '<p style="color:#999">CPIM</p>',
        '<p style="margin-left:-20px">CPIM</p>',
        '<p style="opacity:.8">CPIM</p>',
        '<p style="font-size:.9em">CPIM</p>',
        '<p style="color:inherit;width:0;">CPIM</p>',
    ],
)
def test_honest_designs_are_seen(body: str) -> None:
    assert texts(body) == ["CPIM"]


def test_the_hidden_attribute() -> None:
    lines, hidden = read_html("<p hidden>CPIM</p><p>Seen</p>")
    assert ([line.text for line in lines], [line.text for line in hidden]) == (["Seen"], ["CPIM"])


def test_deep_nesting_ends_somewhere() -> None:
    try:
        read_html("<div>" * 5000 + "x")
    except DocumentTooComplex:
        return


def test_nothing_is_nothing() -> None:
    assert read_html("") == ([], [])
