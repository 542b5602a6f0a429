"""The commands of discussions: members' and moderators', and what happens to their channels."""
