/** Workers that a broker of Kafka joins: tasks go to them, results come back. */
@NullMarked
package dev.precis.pipeline.app.scale.broker;

import org.jspecify.annotations.NullMarked;
