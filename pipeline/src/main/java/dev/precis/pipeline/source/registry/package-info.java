/** Asks a registry of publications, over the network. */
@NullMarked
package dev.precis.pipeline.source.registry;

import org.jspecify.annotations.NullMarked;
