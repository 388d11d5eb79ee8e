/** Where an editor works: pages and forms, beside the figures on the admin port and nowhere else. */
@NullMarked
package dev.precis.pipeline.app.desk;

import org.jspecify.annotations.NullMarked;
