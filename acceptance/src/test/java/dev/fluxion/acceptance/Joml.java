package dev.fluxion.acceptance;

import org.joml.Intersectiond;
import org.joml.Matrix3d;
import org.joml.Matrix4d;
import org.joml.Quaterniond;
import org.joml.Vector2d;
import org.joml.Vector3d;
import org.joml.Vector4d;

import java.util.List;

/** JOML: vectors, matrices and quaternions as objects that are overwritten in place. */
final class Joml {

    private static final Subjects JOML = new Subjects("joml");

    private Joml() {}

    static List<Subject> all() {
        return List.of(
                JOML.of("Vector3d.cross, dot", p -> v(p).cross(1, 2, 3).dot(v(p).mul(2, 1, 0)), 1.0, -2.0, 0.5),
                JOML.of("Vector3d.normalize", p -> v(p).normalize().x, 1.0, -2.0, 0.5),
                JOML.of("Vector3d.lerp", p -> v(p).lerp(new Vector3d(1, 2, 3), p[0]).length(), 0.4, -2.0, 0.5),
                JOML.of("Vector3d.reflect", p -> v(p).reflect(0, 0.6, 0.8).y, 0.4, -2.0, 0.5),
                JOML.of("Vector3d.angle", p -> v(p).angle(new Vector3d(1, 2, 3)), 0.4, -2.0, 0.5),
                JOML.of(
                        "Vector2d.perpendicular",
                        p -> new Vector2d(p[0], p[1]).perpendicular().dot(new Vector2d(p[1], 2)),
                        1,
                        3),
                JOML.of(
                        "Matrix3d.determinant",
                        p -> new Matrix3d(p[0], p[1], 1, 2, p[2], 0, 1, 1, 1).determinant(),
                        1,
                        2,
                        4),
                JOML.of("Matrix3d.invert", p -> new Matrix3d(p[0], p[1], 1, 2, p[2], 0, 1, 1, 1).invert().m11, 1, 2, 4),
                JOML.of("Matrix3d.rotateXYZ", p -> new Matrix3d().rotateXYZ(p[0], p[1], p[2]).m20, 0.3, 0.4, 0.5),
                JOML.of("Matrix4d.perspective", Joml::perspective, 0.9, 1.5, 0.3),
                JOML.of("Matrix4d.lookAt", Joml::lookAt, 1.0, 2.0, 3.0),
                JOML.of("Quaterniond.rotateXYZ", Joml::rotation, 0.3, 0.4, 0.5),
                JOML.of("Quaterniond.slerp", Joml::slerp, 0.3, 0.6),
                JOML.of("Intersectiond.distancePointPlane", Joml::plane, 1.0, 2.0, 3.0));
    }

    private static Vector3d v(double[] p) {
        return new Vector3d(p[0], p[1], p[2]);
    }

    private static double perspective(double[] p) {
        Vector4d point = new Vector4d(0.2, 0.1, -2, 1);
        return new Matrix4d().perspective(p[0], p[1], 0.1, 100).translate(p[2], 0, 0).transform(point).x;
    }

    private static double lookAt(double[] p) {
        Vector3d point = new Vector3d(0.2, 0.1, -2);
        return new Matrix4d().lookAt(v(p), new Vector3d(), new Vector3d(0, 1, 0)).transformPosition(point).z;
    }

    private static double rotation(double[] p) {
        return new Quaterniond().rotateXYZ(p[0], p[1], p[2]).transform(new Vector3d(1, 2, 3)).y;
    }

    private static double slerp(double[] p) {
        Quaterniond to = new Quaterniond().rotateY(p[1]);
        return new Quaterniond().rotateX(0.2).slerp(to, p[0]).w;
    }

    private static double plane(double[] p) {
        return Intersectiond.distancePointPlane(p[0], p[1], p[2], 0.3, 0.4, p[0], 1);
    }
}
