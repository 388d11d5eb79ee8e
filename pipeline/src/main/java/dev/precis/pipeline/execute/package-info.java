/** Where the stages are run that need nothing but their input: here, on several threads, or elsewhere. */
@NullMarked
package dev.precis.pipeline.execute;

import org.jspecify.annotations.NullMarked;
