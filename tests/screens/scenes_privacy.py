"""Every screen of /privacy, /settings retention and /settings forget."""

from bot.ids import MemberId
from bot.privacy import show
from bot.privacy.model import Keeping
from tests.screens.scene import Scene

FOUND: dict[str, list[dict[str, str]]] = {
    "question": [{"text": "도커가 뭐야?"}],
    "quiz_answer": [{}, {}],
}
KEEPING = (Keeping("questions", 90), Keeping("quiz", None))

SCENES = (
    Scene(show.kept_screen, "here", lambda say: show.kept_screen(FOUND, say, in_server=True)),
    Scene(show.kept_screen, "anywhere", lambda say: show.kept_screen(FOUND, say, in_server=False)),
    Scene(show.kept_screen, "nothing here", lambda say: show.kept_screen({}, say, in_server=True)),
    Scene(
        show.kept_screen, "nothing at all", lambda say: show.kept_screen({}, say, in_server=False)
    ),
    Scene(show.asking_screen, "here", lambda say: show.asking_screen(say, in_server=True)),
    Scene(show.asking_screen, "anywhere", lambda say: show.asking_screen(say, in_server=False)),
    Scene(show.deleted_screen, "", lambda say: show.deleted_screen(3, say)),
    Scene(show.asking_of_screen, "", lambda say: show.asking_of_screen(MemberId(10), say)),
    Scene(show.deleted_of_screen, "", lambda say: show.deleted_of_screen(3, say)),
    Scene(show.unchanged_screen, "", show.unchanged_screen),
    Scene(show.keeping_screen, "", lambda say: show.keeping_screen(KEEPING, say)),
    Scene(
        show.keeping_screen, "changed", lambda say: show.keeping_screen(KEEPING, say, changed=True)
    ),
)
