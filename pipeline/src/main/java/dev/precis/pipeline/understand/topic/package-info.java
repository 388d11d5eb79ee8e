/** What a summary is about. */
@NullMarked
package dev.precis.pipeline.understand.topic;

import org.jspecify.annotations.NullMarked;
