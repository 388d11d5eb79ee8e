/** Whether the numbers of a finding fit each other. */
@NullMarked
package dev.precis.pipeline.understand.check;

import org.jspecify.annotations.NullMarked;
