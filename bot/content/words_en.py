"""The faults of content in English: what is wrong, and what to write instead."""

from collections.abc import Mapping

from bot.content.fault_kinds import FaultKind as Kind

SENTENCES: Mapping[Kind, tuple[str, str]] = {
    Kind.NO_SUCH_PATH: (
        "there is nothing at this path",
        "give the path of the content folder (as in: python -m bot content check content)",
    ),
    Kind.NO_TOPICS: (
        "there is no topic folder",
        "make a folder for each topic, with a topic.yaml in it (content/docker-and-vm/topic.yaml)",
    ),
    Kind.UNREADABLE: (
        "the file cannot be opened ({why})",
        "make it a plain file that may be read",
    ),
    Kind.TOO_BIG: (
        "the file is too large ({size} bytes)",
        "split it into files of at most {limit} bytes",
    ),
    Kind.NOT_UTF8: (
        "there are bytes that are not UTF-8",
        "save the file again with the encoding UTF-8 (in the editor's “Save as”)",
    ),
    Kind.BOM: (
        "the file starts with an invisible mark (BOM)",
        "save the file again as UTF-8 without BOM",
    ),
    Kind.TAB: ("there is a tab", "write two spaces instead"),
    Kind.CONTROL_CHARACTER: (
        "there is an invisible control character ({code})",
        "remove it, or type the line again",
    ),
    Kind.EMPTY_FILE: (
        "the file is empty",
        "fill it after the example in docs/content.md, or delete it",
    ),
    Kind.STRAY_FILE: (
        "this file has no place here",
        "only {allowed} may be here: move or delete it",
    ),
    Kind.LINK_OUT_OF_TREE: (
        "this link points out of the content folder",
        "put a copy of the file here instead",
    ),
    Kind.BAD_FOLDER_NAME: (
        "the folder's name “{name}” cannot be a topic's id",
        "use lower-case letters and digits joined by hyphens, {limit} at most (docker-and-vm)",
    ),
    Kind.NO_TOPIC_FILE: (
        "the topic's folder has no topic.yaml",
        "make a topic.yaml with title, order, note and chapters",
    ),
    Kind.BROKEN_YAML: (
        "this is not valid YAML ({why})",
        (
            "look at the indentation, the space after each colon, and the quotes and brackets "
            "here and in the line above; put texts that hold a colon or # into double quotes"
        ),
    ),
    Kind.TOO_DEEP: ("this is nested too deeply", "nest less than {limit} levels"),
    Kind.ALIAS_IN_YAML: (
        "`&name` and `*name` take a value from elsewhere",
        "write the value out here; put a text that starts with * into double quotes",
    ),
    Kind.STRANGE_TAG: (
        "marks that start with `!` ({tag}) are not allowed",
        "remove the mark; put a text that starts with ! into double quotes",
    ),
    Kind.STRANGE_KEY: ("a key here is not a plain word", "write `name: value`"),
    Kind.REPEATED_KEY: (
        "the key `{key}` stands here twice (first in line {first})",
        "keep one of the two",
    ),
    Kind.NOT_A_MAPPING: (
        "`{key}` needs lines of `name: value`",
        "write one `name: value` a line",
    ),
    Kind.NOT_A_LIST: (
        "`{key}` needs a list",
        "write `[one, two]`, or start each line with `- `",
    ),
    Kind.NOT_A_TEXT: (
        "`{key}` needs a text",
        "write a text, not a list or a group (in double quotes if it holds a colon)",
    ),
    Kind.NOT_A_NUMBER: (
        "`{key}` is “{value}”, which is not a number",
        "write digits only, as in 10",
    ),
    Kind.NOT_YES_OR_NO: (
        "`{key}` is “{value}”, which is neither true nor false",
        "write true or false",
    ),
    Kind.UNKNOWN_KEY: ("the key `{key}` is not known here", "use one of: {allowed}"),
    Kind.MISSPELT_KEY: (
        "the key `{key}` is not known here",
        "did you mean `{nearest}`? write that",
    ),
    Kind.MISSING_KEY: ("the key `{key}` is missing", "add a line `{key}:`"),
    Kind.EMPTY_VALUE: (
        "`{key}` is empty",
        "write a value, or remove the line if the key may be left out",
    ),
    Kind.BAD_SLUG: (
        "`{key}` is “{value}”, which cannot be an id",
        "use lower-case letters and digits joined by hyphens, {limit} at most (guest-os)",
    ),
    Kind.BAD_URL: (
        "“{value}” is not a web address",
        "write an address that starts with http:// or https://, without spaces",
    ),
    Kind.BAD_CHOICE_OF_WORD: (
        "`{key}` cannot be “{value}”",
        "write one of: {allowed}",
    ),
    Kind.TOO_LONG: (
        "`{key}` is too long ({length} characters)",
        "shorten it to {limit} characters",
    ),
    Kind.TOO_FEW: ("`{key}` has only {count} entries", "write at least {limit}"),
    Kind.TOO_MANY: ("`{key}` has {count} entries", "keep at most {limit}"),
    Kind.TOO_SMALL: ("`{key}` is {value}, which is too small", "write at least {limit}"),
    Kind.TOO_LARGE: ("`{key}` is {value}, which is too large", "write at most {limit}"),
    Kind.BAD_VALUE: (
        "`{key}` cannot be read ({why})",
        "write it as in the examples of docs/content.md",
    ),
    Kind.MISSING_ENGLISH: (
        "`{key}` has no English text",
        "write both, as in `{{ko: …, en: …}}`",
    ),
    Kind.NO_FRONT_MATTER: (
        "the file does not start with a `---` line",
        (
            "start with a `---` line, then lines such as id and title, a `---` line again, "
            "and the text below"
        ),
    ),
    Kind.OPEN_FRONT_MATTER: (
        "the settings at the top are not closed",
        "add a line with `---` alone where they end",
    ),
    Kind.NO_SHORT_ANSWER: (
        "the first paragraph (the short answer) is missing",
        "write one or two plain sentences right below `---`, without a heading or a list",
    ),
    Kind.TEXT_WITHOUT_HEADING: (
        "the text after the first paragraph has no heading",
        "add a heading above this line, such as `## 조금 더`",
    ),
    Kind.EMPTY_SECTION: (
        "there is no text under the heading “{heading}”",
        "write some, or remove the heading",
    ),
    Kind.EMPTY_HEADING: ("this heading has no words", "write the heading after `## `"),
    Kind.TITLE_IN_BODY: (
        "there is a top heading (`# `) in the text",
        "the title stands in `title`; write `## ` for a heading of a section",
    ),
    Kind.NO_BACKGROUND: (
        "the discussion's background is missing",
        "write a few sentences to think about below `---`",
    ),
    Kind.ID_IS_NOT_FILE_NAME: (
        "the id “{id}” differs from the file's name “{name}”",
        "write the id {name}, or rename the file to {id}.md",
    ),
    Kind.NOT_ONE_KEY: (
        "a `single` item has {count} right choices",
        "mark exactly one choice with `correct: true` (for several, make the kind `multiple`)",
    ),
    Kind.NO_KEY: ("no choice is right", "mark the right choices with `correct: true`"),
    Kind.ALL_KEYS: (
        "every choice is right",
        "add a choice that is not, and say why in its `reason`",
    ),
    Kind.NO_REASON: (
        "the wrong choice “{choice}” has no reason",
        "add `reason: {{ko: why it is wrong, en: …}}` (or `correct: true` if it is right)",
    ),
    Kind.SAME_CHOICE: ("the choice “{choice}” stands here twice", "change one of the two"),
    Kind.KEY_IS_CONTRAST: (
        "“{value}” is both a right answer and a contrast",
        "keep it either in key and accept, or in contrast",
    ),
    Kind.REPEATED_STANCE: (
        "the stance id “{id}” is used twice",
        "give each stance an id of its own",
    ),
    Kind.REPEATED_FIELD: (
        "the field id “{id}” is used twice",
        "give each field an id of its own",
    ),
    Kind.REPEATED_ID: ("the id “{id}” is taken ({first})", "change one of the two ids"),
    Kind.REPEATED_IN_LIST: ("`{key}` holds “{id}” twice", "keep one of the two"),
    Kind.NAME_CLAIMED_TWICE: (
        "the name “{name}” is also a name of the concept `{other}` ({first})",
        "a name belongs to one concept: remove it from one, or make it more exact",
    ),
    Kind.OUTSIDE_IS_COVERED: (
        "“{name}”, said to be outside the notes, is a name of the concept `{other}` ({first})",
        "remove it from the names of `outside`, or change the concept's name",
    ),
    Kind.NO_SUCH_ID: (
        "`{key}` names “{id}”, which does not exist",
        "write an id from {where}, or remove it",
    ),
    Kind.MISSPELT_ID: (
        "`{key}` names “{id}”, which does not exist",
        "did you mean “{nearest}”? write an id from {where}",
    ),
    Kind.POINTS_AT_ITSELF: (
        "`{key}` points at the concept itself",
        "write another concept's id, or remove it",
    ),
    Kind.NOT_IN_A_CHAPTER: (
        "this concept stands in no chapter of topic.yaml",
        "add {id} to the concepts of a chapter in topic.yaml",
    ),
    Kind.IN_TWO_CHAPTERS: (
        "the concept “{id}” stands in the chapters twice (first in line {first})",
        "keep it in one chapter",
    ),
    Kind.FIGURE_FILE_MISSING: (
        "the figure's file “{file}” does not exist",
        "put the file into the topic's folder, or correct the path (figures/name.png)",
    ),
    Kind.FIGURE_NOT_PNG: (
        "the figure's file “{file}” is not a PNG",
        "export it as PNG (a new name alone is not enough)",
    ),
    Kind.FIGURE_TOO_BIG: (
        "the figure's file “{file}” is too large ({size} bytes)",
        "make it at most {limit} bytes",
    ),
    Kind.STAMP_OUTDATED: (
        (
            "the concept `{concept}` changed since the item “{item}” was written, so the item is "
            "set aside until someone looks"
        ),
        "read whether the item still holds, then run `python -m bot content stamp`",
    ),
    Kind.NUMBER_TAKEN: (
        "the internal number of the id “{id}” is also that of “{other}”",
        "change one of the two ids a little",
    ),
}
