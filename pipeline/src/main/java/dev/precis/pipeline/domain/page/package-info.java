/** What comes from a source before its posts are told apart: captures, and what a page says. */
@NullMarked
package dev.precis.pipeline.domain.page;

import org.jspecify.annotations.NullMarked;
