/** A consumer on the class path. */
package dev.fluxion.smoke.classpath;
