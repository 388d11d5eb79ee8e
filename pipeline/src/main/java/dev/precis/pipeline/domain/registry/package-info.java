/** What a registry of publications says of a cited work, and what of it is taken. */
@NullMarked
package dev.precis.pipeline.domain.registry;

import org.jspecify.annotations.NullMarked;
