/** Tests across stages. The corpus of the frontend and the stages themselves come in. */
@NullMarked
package dev.fluxion.integration;

import org.jspecify.annotations.NullMarked;
