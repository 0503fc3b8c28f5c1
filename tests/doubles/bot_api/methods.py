"""What each method does."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from tests.doubles.bot_api import checks
from tests.doubles.bot_api.refusal import Refusal, bad
from tests.doubles.bot_api.world import Chat, SentMessage

if TYPE_CHECKING:
    from tests.doubles.bot_api.server import BotApi

DOWNLOAD_MAX_BYTES = 20 * 1024 * 1024
PHOTO_MAX_BYTES = 10 * 1024 * 1024
UPLOAD_MAX_BYTES = 50 * 1024 * 1024

Parameters = dict[str, Any]


class Methods:
    """The methods of `checks.PARAMETERS`, by their names in lower case."""

    def __init__(self, api: BotApi) -> None:
        self._api = api
        self._table: dict[str, Callable[[Parameters], Any | Awaitable[Any]]] = {
            "getme": lambda _: api.me,
            "getupdates": self._get_updates,
            "setwebhook": self._set_webhook,
            "deletewebhook": self._delete_webhook,
            "getwebhookinfo": self._webhook_info,
            "sendmessage": self._send_message,
            "sendphoto": lambda p: self._send_file("photo", p),
            "senddocument": lambda p: self._send_file("document", p),
            "sendvoice": lambda p: self._send_file("voice", p),
            "sendvideo": lambda p: self._send_file("video", p),
            "sendmediagroup": self._send_album,
            "answercallbackquery": self._answer_query,
            "setmycommands": self._set_commands,
            "deletemycommands": self._delete_commands,
            "setmydescription": self._set_description,
            "setmyshortdescription": self._set_short_description,
            "getfile": self._get_file,
        }

    def call(self, method: str, parameters: Parameters) -> Any:
        return self._table[method](parameters)

    # -- messages
    # -----------------------------------------------------------------------------------------------------

    def _chat(self, parameters: Parameters) -> Chat:
        if "chat_id" not in parameters:
            raise bad("chat_id is empty")
        chat = self._api.chats.get(parameters["chat_id"])
        if chat is None:
            raise bad("chat not found")
        if chat.moved_to:
            raise Refusal(
                400,
                "group chat was upgraded to a supergroup chat",
                migrate_to_chat_id=chat.moved_to,
            )
        if chat.refusal:
            raise Refusal(403, chat.refusal)
        return chat

    def _send_message(self, parameters: Parameters) -> Parameters:
        chat = self._chat(parameters)
        text = parameters.get("text", "")
        checks.check_text(text)
        return self._put(chat, "sendMessage", text, parameters)

    def _put(
        self,
        chat: Chat,
        method: str,
        text: str,
        parameters: Parameters,
        files: tuple[tuple[str, str, bytes], ...] = (),
    ) -> Parameters:
        """Add a message to the chat and return it as the Bot API describes it."""
        markup = parameters.get("reply_markup")
        if markup is not None:
            checks.check_markup(markup)
        message = SentMessage(chat.next_message_id(), chat.id, method, text, markup, files, parameters)
        chat.add(message)
        answer: Parameters = {
            "message_id": message.message_id,
            "from": self._api.me,
            "chat": {"id": chat.id, "type": "private", "first_name": "An"},
            "date": self._api.now(),
        }
        if markup is not None and "inline_keyboard" in markup:
            answer["reply_markup"] = markup
        if text:
            answer["caption" if files else "text"] = text
        for kind, name, content in files:
            answer[kind] = _described(kind, name, content)
        return answer

    def _send_file(self, kind: str, parameters: Parameters) -> Parameters:
        chat = self._chat(parameters)
        caption = parameters.get("caption", "")
        checks.check_caption(caption)
        upload = parameters.get(kind)
        if not isinstance(upload, bytes):
            raise bad(f"there is no {kind} in the request")
        _check_size(kind, upload)
        files = ((kind, upload.file_name, bytes(upload)),)  # type: ignore[attr-defined]
        return self._put(chat, f"send{kind.capitalize()}", caption, parameters, files)

    def _send_album(self, parameters: Parameters) -> list[Parameters]:
        chat = self._chat(parameters)
        media = parameters.get("media", [])
        if not 2 <= len(media) <= 10:
            raise bad("wrong number of items in the album: must be 2 to 10")
        kinds = {item.get("type") for item in media}
        if not (kinds <= {"photo", "video"} or len(kinds) == 1):
            raise bad("documents can't be mixed with other media types")
        files = []
        for item in media:
            if item["media"] is None:
                raise bad("there is no file in the request")
            name, content = item["media"]
            _check_size(item["type"], content)
            files.append((item["type"], name, content))
        return [self._put(chat, "sendMediaGroup", "", {}, (file,)) for file in files]

    def _answer_query(self, parameters: Parameters) -> bool:
        query_id = parameters.get("callback_query_id", "")
        if checks.utf16(parameters.get("text", "")) > 200:
            raise bad("MESSAGE_TOO_LONG")
        if query_id not in self._api.open_queries:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        self._api.open_queries.discard(query_id)
        self._api.answered_queries.append(query_id)
        return True

    # -- updates
    # ------------------------------------------------------------------------------------------------------

    async def _get_updates(self, parameters: Parameters) -> list[Parameters]:
        updates = self._api.updates
        if "allowed_updates" in parameters:
            updates.allowed = parameters["allowed_updates"]
        return await updates.get(
            parameters.get("offset", 0), parameters.get("limit", 100), parameters.get("timeout", 0)
        )

    def _set_webhook(self, parameters: Parameters) -> bool:
        updates = self._api.updates
        url, secret = parameters.get("url", ""), parameters.get("secret_token", "")
        connections = parameters.get("max_connections", 40)
        if url:
            checks.check_webhook(url, secret, connections, cloud=self._api.cloud)
        if parameters.get("drop_pending_updates"):
            updates.drop_pending()
        if "allowed_updates" in parameters:
            updates.allowed = parameters["allowed_updates"]
        if url:
            updates.set_webhook(url, secret, connections)
        else:
            updates.stop_webhook()
        return True

    def _delete_webhook(self, parameters: Parameters) -> bool:
        self._api.updates.stop_webhook()
        if parameters.get("drop_pending_updates"):
            self._api.updates.drop_pending()
        return True

    def _webhook_info(self, _: Parameters) -> Parameters:
        updates = self._api.updates
        info: Parameters = {
            "url": updates.url,
            "has_custom_certificate": False,
            "pending_update_count": len(updates.pending),
        }
        if updates.url:
            info |= {"max_connections": updates.max_connections, "ip_address": "127.0.0.1"}
        if updates.allowed:
            info["allowed_updates"] = updates.allowed
        if updates.last_error:
            info |= {"last_error_date": self._api.now(), "last_error_message": updates.last_error}
        return info

    # -- the bot itself
    # -----------------------------------------------------------------------------------------------

    def _set_commands(self, parameters: Parameters) -> bool:
        language = parameters.get("language_code", "")
        checks.check_language(language)
        checks.check_commands(parameters.get("commands", []))
        chat = checks.chat_of_scope(parameters.get("scope"))
        if chat is None:
            self._api.commands[language] = parameters.get("commands", [])
        else:
            self._api.chat_commands[chat] = parameters.get("commands", [])
        return True

    def _delete_commands(self, parameters: Parameters) -> bool:
        chat = checks.chat_of_scope(parameters.get("scope"))
        if chat is None:
            self._api.commands.pop(parameters.get("language_code", ""), None)
        else:
            self._api.chat_commands.pop(chat, None)
        return True

    def _set_description(self, parameters: Parameters) -> bool:
        return self._describe(self._api.descriptions, "description", 512, parameters)

    def _set_short_description(self, parameters: Parameters) -> bool:
        return self._describe(self._api.short_descriptions, "short_description", 120, parameters)

    def _describe(self, kept: dict[str, str], name: str, longest: int, parameters: Parameters) -> bool:
        language, text = parameters.get("language_code", ""), parameters.get(name, "")
        checks.check_language(language)
        if len(text) > longest:
            raise bad(f"{name} is too long")
        kept[language] = text
        return True

    def _get_file(self, parameters: Parameters) -> Parameters:
        file = self._api.files.get(parameters.get("file_id", ""))
        if file is None:
            raise bad("invalid file_id")
        if len(file.content) > DOWNLOAD_MAX_BYTES:
            raise bad("file is too big")
        return {
            "file_id": file.file_id,
            "file_unique_id": f"U{file.file_id}",
            "file_size": len(file.content),
            "file_path": file.path,
        }


def _check_size(kind: str, content: bytes) -> None:
    if not content:
        raise bad("file must be non-empty")
    if len(content) > UPLOAD_MAX_BYTES:
        raise Refusal(413, "Request Entity Too Large")
    if kind == "photo" and (len(content) > PHOTO_MAX_BYTES or not content.startswith((b"\xff\xd8", b"\x89PNG"))):
        raise bad("IMAGE_PROCESS_FAILED")


def _described(kind: str, name: str, content: bytes) -> Any:
    file = {"file_id": f"B{abs(hash(content)):x}", "file_unique_id": f"u{abs(hash(content)):x}"}
    file |= {"file_size": len(content)}
    if kind == "photo":
        return [{**file, "width": 800, "height": 600}]
    if kind == "document":
        return {**file, "file_name": name}
    return {**file, "duration": 1, **({"width": 640, "height": 360} if kind == "video" else {})}
