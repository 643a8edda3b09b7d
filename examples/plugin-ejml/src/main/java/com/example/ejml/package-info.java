/** Rules for EJML. */
package com.example.ejml;
