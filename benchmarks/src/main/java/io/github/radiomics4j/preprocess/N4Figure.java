package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.io.VolumeReader;
import io.github.radiomics4j.preprocess.N4BiasCorrection.Correction;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Draws one slice of an image before N4, its field, and the slice after: {@code N4Figure IMAGE OUT.png}. The figure of the
 * guide is the phantom {@code bias_phantom_image.nrrd} of the reference data.
 */
public final class N4Figure {
    private static final int ZOOM = 5;
    private static final int GAP = 12;
    private static final int CAPTION = 24;

    private N4Figure() {}

    /**
     * Writes the figure.
     *
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        ImageVolume image = VolumeReader.withDefaults().readImage(Path.of(arguments[0]));
        Correction correction =
                N4BiasCorrection.withDefaults().withShrink(2, 2, 2).correct(image);
        double[] field = correction.logBiasField().toDoubles();
        for (int i = 0; i < field.length; i++) {
            field[i] = Math.exp(field[i]);
        }
        Size size = image.grid().size();
        int z = size.z() / 2;
        int width = ZOOM * size.x();
        int height = ZOOM * size.y();
        BufferedImage canvas =
                new BufferedImage(3 * width + 4 * GAP, height + CAPTION + 2 * GAP, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = canvas.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
        draw(g, "before", image.toDoubles(), size, z, 0, 1000, GAP);
        draw(g, "field", field, size, z, 0.5, 1.5, 2 * GAP + width);
        draw(g, "after", correction.corrected().toDoubles(), size, z, 0, 1000, 3 * GAP + 2 * width);
        g.dispose();
        ImageIO.write(canvas, "png", Path.of(arguments[1]).toFile());
    }

    /** Draws a slice with {@code low} black and {@code high} white. */
    private static void draw(
            Graphics2D g, String caption, double[] values, Size size, int z, double low, double high, int left) {
        for (int y = 0; y < size.y(); y++) {
            for (int x = 0; x < size.x(); x++) {
                double v = (values[x + size.x() * (y + size.y() * z)] - low) / (high - low);
                int gray = (int) Math.round(255 * Math.max(0, Math.min(1, v)));
                g.setColor(new Color(gray, gray, gray));
                g.fillRect(left + ZOOM * x, GAP + ZOOM * y, ZOOM, ZOOM);
            }
        }
        g.setColor(Color.DARK_GRAY);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 16));
        g.drawString(caption + "  (" + low + " to " + high + ")", left, GAP + ZOOM * size.y() + CAPTION - 4);
    }
}
