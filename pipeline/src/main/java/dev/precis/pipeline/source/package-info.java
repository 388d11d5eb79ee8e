/** Where summaries come from: saved pages, a crawled site, feeds, dropped files. */
@NullMarked
package dev.precis.pipeline.source;

import org.jspecify.annotations.NullMarked;
