package dev.fluxion.rules.core;

import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Rules;

/** Loggers, whether they are there or not. */
@Rules(
        of = {System.Logger.class, System.Logger.Level.class, System.LoggerFinder.class},
        ofNames = {
            "java.util.logging.Logger",
            "java.util.logging.Level",
            "java.util.logging.LogManager",
            "org.slf4j.Logger",
            "org.slf4j.LoggerFactory",
            "org.slf4j.Marker",
            "org.slf4j.MDC",
            "org.slf4j.spi.LoggingEventBuilder",
            "org.apache.logging.log4j.Logger",
            "org.apache.logging.log4j.LogManager",
            "org.apache.logging.log4j.Level",
            "org.apache.commons.logging.Log",
            "org.apache.commons.logging.LogFactory"
        })
@NonDifferentiable
final class LoggingRules {

    private LoggingRules() {}
}
