/** Telling over HTTP: signed webhooks, and chats that take Slack's. */
@NullMarked
package io.belay.adapter.net.announce;

import org.jspecify.annotations.NullMarked;
