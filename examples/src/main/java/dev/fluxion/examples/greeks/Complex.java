package dev.fluxion.examples.greeks;

/**
 * A complex number.
 *
 * @param re its real part
 * @param im its imaginary part
 */
record Complex(double re, double im) {

    Complex plus(Complex other) {
        return new Complex(re + other.re, im + other.im);
    }

    Complex plus(double real) {
        return new Complex(re + real, im);
    }

    Complex minus(Complex other) {
        return new Complex(re - other.re, im - other.im);
    }

    Complex negative() {
        return new Complex(-re, -im);
    }

    Complex times(double real) {
        return new Complex(re * real, im * real);
    }

    Complex times(Complex other) {
        return new Complex(re * other.re - im * other.im, re * other.im + im * other.re);
    }

    Complex over(Complex other) {
        double square = other.re * other.re + other.im * other.im;
        return new Complex((re * other.re + im * other.im) / square, (im * other.re - re * other.im) / square);
    }

    Complex exp() {
        double size = Math.exp(re);
        return new Complex(size * Math.cos(im), size * Math.sin(im));
    }

    /** Returns the logarithm with an imaginary part between -pi and pi. */
    Complex log() {
        return new Complex(Math.log(re * re + im * im) / 2, Math.atan2(im, re));
    }

    /** Returns the root with a positive real part; this is not a negative number. */
    Complex sqrt() {
        double root = Math.sqrt((Math.hypot(re, im) + re) / 2);
        return new Complex(root, im / (2 * root));
    }
}
