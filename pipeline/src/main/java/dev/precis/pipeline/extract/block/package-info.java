/** HTML as blocks of text, each with its place on the page and its look. */
@NullMarked
package dev.precis.pipeline.extract.block;

import org.jspecify.annotations.NullMarked;
