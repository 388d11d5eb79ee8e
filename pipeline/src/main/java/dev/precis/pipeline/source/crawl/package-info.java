/** What a crawl of a blog follows, and in which order. */
@NullMarked
package dev.precis.pipeline.source.crawl;

import org.jspecify.annotations.NullMarked;
