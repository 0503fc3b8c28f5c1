"""The names by which Telegram marks what a message or an update is, as far as nothing of it can be kept."""

from __future__ import annotations

SERVICE_KEYS = frozenset(
    """
    boost_added channel_chat_created chat_background_set chat_owner_changed chat_owner_left
    chat_shared checklist_tasks_added checklist_tasks_done connected_website delete_chat_photo
    direct_message_price_changed forum_topic_closed forum_topic_created forum_topic_edited
    forum_topic_reopened general_forum_topic_hidden general_forum_topic_unhidden gift
    gift_upgrade_sent giveaway giveaway_completed giveaway_created giveaway_winners
    group_chat_created left_chat_member message_auto_delete_timer_changed migrate_from_chat_id
    new_chat_members new_chat_photo new_chat_title paid_message_price_changed passport_data
    pinned_message proximity_alert_triggered refunded_payment successful_payment
    suggested_post_approval_failed suggested_post_approved suggested_post_declined
    suggested_post_paid suggested_post_refunded supergroup_chat_created unique_gift users_shared
    video_chat_ended video_chat_participants_invited video_chat_scheduled video_chat_started
    web_app_data write_access_allowed
    """.split()
)
"""Fields of messages that nobody wrote: they need no answer. Source: Bot API 10.1, Message (read 2026-11)."""

UNSUPPORTED_KEYS = (
    "sticker",
    "dice",
    "poll",
    "game",
    "story",
    "checklist",
    "paid_media",
    "invoice",
    "contact",
)
"""What a person sent on purpose and we cannot keep; somebody else's contact card is among them."""

UPDATE_KINDS = frozenset(
    """
    business_connection business_message channel_post chat_boost chat_join_request chat_member
    chosen_inline_result deleted_business_messages edited_business_message edited_channel_post
    inline_query message_reaction message_reaction_count poll poll_answer pre_checkout_query
    purchased_paid_media removed_chat_boost shipping_query
    """.split()
)
"""Kinds of updates that we do not ask for. Source: Bot API 10.1, Update (read 2026-11)."""
