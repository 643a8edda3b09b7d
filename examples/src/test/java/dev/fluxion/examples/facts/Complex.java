package dev.fluxion.examples.facts;

/**
 * A complex number as a pair of numbers. The gradient in one is the pair of the partial derivatives in its two parts:
 * with {@code i} before the second, what Zygote gives for a complex argument.
 */
record Complex(double re, double im) {

    static final Complex I = new Complex(0, 1);

    static Complex real(double re) {
        return new Complex(re, 0);
    }

    Complex plus(Complex other) {
        return new Complex(re + other.re, im + other.im);
    }

    Complex minus(Complex other) {
        return new Complex(re - other.re, im - other.im);
    }

    Complex times(Complex other) {
        return new Complex(re * other.re - im * other.im, re * other.im + im * other.re);
    }

    Complex times(double factor) {
        return new Complex(re * factor, im * factor);
    }

    Complex over(Complex other) {
        return times(other.conjugate()).times(1 / other.squaredModulus());
    }

    Complex conjugate() {
        return new Complex(re, -im);
    }

    double squaredModulus() {
        return re * re + im * im;
    }

    double modulus() {
        return Math.hypot(re, im);
    }

    double argument() {
        return Math.atan2(im, re);
    }

    Complex exp() {
        double modulus = Math.exp(re);
        return new Complex(modulus * Math.cos(im), modulus * Math.sin(im));
    }

    Complex log() {
        return new Complex(Math.log(modulus()), argument());
    }

    Complex cos() {
        return new Complex(Math.cos(re) * Math.cosh(im), -Math.sin(re) * Math.sinh(im));
    }

    Complex sin() {
        return new Complex(Math.sin(re) * Math.cosh(im), Math.cos(re) * Math.sinh(im));
    }

    /**
     * Returns a function's two partial derivatives of Wirtinger, in the number and in its conjugate, of which it has
     * the slopes of the real and of the imaginary part.
     */
    static Complex[] wirtinger(Complex ofReal, Complex ofImaginary) {
        return new Complex[] {
            new Complex((ofReal.re + ofImaginary.im) / 2, (ofImaginary.re - ofReal.im) / 2),
            new Complex((ofReal.re - ofImaginary.im) / 2, (ofImaginary.re + ofReal.im) / 2)
        };
    }
}
