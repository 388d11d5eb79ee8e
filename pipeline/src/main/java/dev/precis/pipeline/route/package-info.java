/** Camel joins the verbs; each route is a table of contents. */
@NullMarked
package dev.precis.pipeline.route;

import org.jspecify.annotations.NullMarked;
