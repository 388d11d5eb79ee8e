/** What commands are given: options, stores, the process that has one, and how a failure is told. */
@NullMarked
package dev.precis.pipeline.app.settings;

import org.jspecify.annotations.NullMarked;
