/** Where the pictures of posts are had from: from the web while it is crawled, from the disk, from the page itself. */
@NullMarked
package dev.precis.pipeline.source.picture;

import org.jspecify.annotations.NullMarked;
