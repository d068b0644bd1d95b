"""XML, written so that any parser takes it, whatever the text holds."""

from xml.etree import ElementTree as ET

from lint.reporters.wellformed import xml_text


def element(parent: ET.Element | None, tag: str, text: str = "", **attributes: object) -> ET.Element:
    """Make an element, the last child of its parent if there is one; attributes that are None are left out."""
    told = {name: xml_text(str(value)) for name, value in attributes.items() if value is not None}
    made = ET.Element(tag, told)
    made.text = xml_text(text) or None
    if parent is not None:
        parent.append(made)
    return made


def document(root: ET.Element) -> str:
    """Give a document: a declaration and the root, indented."""
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'
