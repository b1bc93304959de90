//! The renderer of the pictures draws what a graphics card would.

use egui::{
    Color32, ColorImage, Painter, Pos2, Rect, TextureFilter, TextureHandle, TextureOptions, Theme,
    Vec2, pos2, vec2,
};
use image::RgbaImage;

use crate::support::{shown, window};

const WHITE: Color32 = Color32::WHITE;
const RED: Color32 = Color32::from_rgb(200, 40, 20);

/// Paints on a white sheet of 40 × 30 pixels.
fn painted(mut paint: impl FnMut(&Painter)) -> RgbaImage {
    painted_at(1.0, move |painter| paint(painter))
}

fn painted_at(pixels_per_point: f32, mut paint: impl FnMut(&Painter)) -> RgbaImage {
    let size = [40.0 / pixels_per_point, 30.0 / pixels_per_point];
    let mut harness = window(size, Theme::Light, pixels_per_point).build_ui(|ui| {
        let painter = ui.ctx().layer_painter(egui::LayerId::background());
        painter.rect_filled(Rect::EVERYTHING, 0, WHITE);
        paint(&painter);
    });
    harness.render().unwrap()
}

fn rect(left: f32, top: f32, width: f32, height: f32) -> Rect {
    Rect::from_min_size(pos2(left, top), vec2(width, height))
}

fn pixel(image: &RgbaImage, x: u32, y: u32) -> [u8; 4] {
    image.get_pixel(x, y).0
}

/// A rectangle of two bare triangles, without the soft edge that egui gives to shapes.
fn hard_rect(painter: &Painter, rect: Rect, colour: Color32) {
    let mut mesh = egui::Mesh::default();
    mesh.add_colored_rect(rect, colour);
    painter.add(mesh);
}

fn texture(painter: &Painter, image: ColorImage, options: TextureOptions) -> TextureHandle {
    painter.ctx().load_texture("test", image, options)
}

const WHOLE: Rect = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));

#[test]
fn a_rectangle_fills_its_pixels_and_no_other() {
    for scale in [1.0, 2.0] {
        let image = painted_at(scale, |painter| {
            let area = Rect::from_min_max(pos2(10.0, 6.0) / scale, pos2(20.0, 14.0) / scale);
            hard_rect(painter, area, RED);
        });
        assert_eq!(image.dimensions(), (40, 30));
        for (x, y, pixel) in image.enumerate_pixels() {
            let inside = (10..20).contains(&x) && (6..14).contains(&y);
            let expected = if inside { RED } else { WHITE };
            assert_eq!(pixel.0, expected.to_array(), "{x}, {y} at scale {scale}");
        }
    }
}

#[test]
fn half_a_colour_is_half_of_what_is_below() {
    let image = painted(|painter| {
        hard_rect(painter, rect(0.0, 0.0, 40.0, 30.0), Color32::BLACK);
        let half = Color32::from_rgba_premultiplied(100, 0, 40, 128);
        hard_rect(painter, rect(0.0, 0.0, 10.0, 30.0), half);
        hard_rect(painter, rect(5.0, 0.0, 10.0, 30.0), half);
        hard_rect(painter, rect(20.0, 0.0, 10.0, 30.0), WHITE);
        hard_rect(painter, rect(20.0, 0.0, 5.0, 30.0), half);
    });
    assert_eq!(pixel(&image, 2, 2), [100, 0, 40, 255]);
    assert_eq!(pixel(&image, 7, 2), [150, 0, 60, 255]);
    // 255 of which 127/255 stay, and the colour on top.
    assert_eq!(pixel(&image, 22, 2), [227, 127, 167, 255]);
}

#[test]
fn neighbours_leave_no_seam_and_never_overlap() {
    // A fan around a centre between the pixels: every pixel inside belongs to exactly one triangle, so half a
    // colour lies on each exactly once.
    let half = Color32::from_rgba_premultiplied(64, 64, 64, 128);
    let image = painted(|painter| {
        let centre = pos2(17.3, 12.9);
        let rim: Vec<_> = (0..23_u32)
            .map(|step| {
                let angle = step as f32 * std::f32::consts::TAU / 23.0;
                centre + Vec2::angled(angle) * 11.7
            })
            .collect();
        let mut mesh = egui::Mesh::default();
        mesh.colored_vertex(centre, half);
        for corner in &rim {
            mesh.colored_vertex(*corner, half);
        }
        for step in 0..23 {
            mesh.add_triangle(0, 1 + step, 1 + (step + 1) % 23);
        }
        painter.add(mesh);
    });
    let [once, never] = [[191, 191, 191, 255], [255; 4]];
    let mut inside = 0;
    for (x, y, pixel) in image.enumerate_pixels() {
        let distance = (pos2(x as f32 + 0.5, y as f32 + 0.5) - pos2(17.3, 12.9)).length();
        if distance < 11.0 {
            assert_eq!(pixel.0, once, "{x}, {y}");
            inside += 1;
        } else {
            assert!(pixel.0 == never || pixel.0 == once, "{x}, {y}: {pixel:?}");
        }
    }
    assert!(inside > 300);
}

#[test]
fn nothing_is_drawn_outside_of_the_clip() {
    let image = painted(|painter| {
        let painter = painter.with_clip_rect(rect(10.4, 5.0, 10.0, 10.6));
        hard_rect(&painter, rect(-900.0, -900.0, 9000.0, 9000.0), RED);
    });
    for (x, y, pixel) in image.enumerate_pixels() {
        let inside = (10..20).contains(&x) && (5..16).contains(&y);
        let expected = if inside { RED } else { WHITE };
        assert_eq!(pixel.0, expected.to_array(), "{x}, {y}");
    }
}

#[test]
fn colours_run_from_corner_to_corner() {
    let image = painted(|painter| {
        let mut mesh = egui::Mesh::default();
        for (x, shade) in [(0.0, 0), (40.0, 200)] {
            for y in [0.0, 30.0] {
                mesh.colored_vertex(pos2(x, y), Color32::from_gray(shade));
            }
        }
        mesh.add_triangle(0, 1, 2);
        mesh.add_triangle(1, 2, 3);
        painter.add(mesh);
    });
    for x in 0..40 {
        let shade = (f64::from(x) + 0.5) * 5.0;
        for y in [0, 14, 29] {
            let found = f64::from(pixel(&image, x, y)[0]);
            assert!((found - shade).abs() <= 0.51, "{found} for {shade}");
        }
    }
}

#[test]
fn textures_are_filtered_as_they_ask() {
    let checks = || ColorImage::new([2, 1], vec![Color32::BLACK, WHITE]);
    for (options, at_quarters) in [
        (TextureOptions::NEAREST, [0, 0, 255, 255]),
        // Texels have their colour in their middle, at a quarter and at three quarters.
        (TextureOptions::LINEAR, [0, 64, 191, 255]),
    ] {
        let mut held = None;
        let image = painted(|painter| {
            let texture = held.get_or_insert_with(|| texture(painter, checks(), options));
            painter.image(texture.id(), rect(0.0, 0.0, 16.0, 8.0), WHOLE, WHITE);
        });
        let row: Vec<_> = [0, 5, 10, 15].map(|x| pixel(&image, x, 4)[0]).to_vec();
        let near = row.iter().zip(at_quarters).all(|(a, b)| a.abs_diff(b) < 17);
        assert!(near, "{options:?}: {row:?}");
    }
}

#[test]
fn a_texture_repeats_and_shrinks_as_it_asks() {
    let mut held = None;
    let image = painted(|painter| {
        let (tiled, fine) = held.get_or_insert_with(|| {
            let tiles = ColorImage::new([2, 1], vec![RED, WHITE]);
            let stripes = (0..32).map(|x| Color32::from_gray(if x % 4 < 2 { 0 } else { 255 }));
            let stripes = ColorImage::new([32, 1], stripes.collect());
            let shrunk = TextureOptions {
                minification: TextureFilter::Nearest,
                ..TextureOptions::LINEAR
            };
            (
                texture(painter, tiles, TextureOptions::NEAREST_REPEAT),
                texture(painter, stripes, shrunk),
            )
        });
        let thrice = Rect::from_min_max(Pos2::ZERO, pos2(3.0, 1.0));
        painter.image(tiled.id(), rect(0.0, 0.0, 12.0, 4.0), thrice, WHITE);
        painter.image(fine.id(), rect(0.0, 10.0, 16.0, 4.0), WHOLE, WHITE);
    });
    let reds: Vec<u32> = (0..12)
        .filter(|x| pixel(&image, *x, 1) == RED.to_array())
        .collect();
    assert_eq!(reds, [0, 1, 4, 5, 8, 9]);
    let stripes: Vec<u8> = (0..4).map(|x| pixel(&image, x, 12)[0]).collect();
    assert_eq!(stripes, [0, 255, 0, 255]);
}

#[test]
fn a_part_of_a_texture_can_change_and_a_texture_can_go() {
    let mut held: Option<TextureHandle> = None;
    let mut harness = window([40.0, 30.0], Theme::Light, 1.0).build_ui_state(
        |ui, step: &mut u32| {
            let painter = ui.ctx().layer_painter(egui::LayerId::background());
            let texture = held.get_or_insert_with(|| {
                texture(
                    &painter,
                    ColorImage::filled([4, 4], RED),
                    TextureOptions::NEAREST,
                )
            });
            if *step == 1 {
                let patch = ColorImage::filled([2, 1], Color32::BLACK);
                texture.set_partial([1, 2], patch, TextureOptions::NEAREST);
            }
            painter.image(texture.id(), rect(0.0, 0.0, 4.0, 4.0), WHOLE, WHITE);
            if *step == 2 {
                held = None;
            }
        },
        0,
    );
    assert_eq!(pixel(&harness.render().unwrap(), 1, 2), RED.to_array());
    for step in [1, 2] {
        *harness.state_mut() = step;
        harness.step();
        // In the frame in which it goes, it is still shown.
        let image = harness.render().unwrap();
        let black: Vec<_> = image
            .enumerate_pixels()
            .filter(|(_, _, pixel)| pixel.0 == [0, 0, 0, 255])
            .map(|(x, y, _)| (x, y))
            .collect();
        assert_eq!(black, [(1, 2), (2, 2)]);
        assert_eq!(pixel(&image, 0, 2), RED.to_array());
    }
}

#[test]
fn letters_are_drawn_in_their_place_and_alike_each_time() {
    let draw = || {
        let mut harness = shown([160.0, 40.0], Theme::Light, 1.0, |ui| {
            ui.label("Run of show 流程表");
        });
        harness.render().unwrap()
    };
    let image = draw();
    let inked: Vec<_> = image
        .enumerate_pixels()
        .filter(|(_, _, pixel)| pixel.0[0] < 128 && pixel.0[3] > 128)
        .map(|(x, y, _)| (x, y))
        .collect();
    assert!((200..1200).contains(&inked.len()), "{} pixels", inked.len());
    assert!(inked.iter().all(|(_, y)| *y < 30), "it is one line");
    let last = inked.iter().map(|(x, _)| *x).max();
    assert!(last.is_some_and(|x| (100..158).contains(&x)), "{last:?}");
    assert_eq!(image, draw());
}

#[test]
fn the_same_widgets_give_the_kept_picture() {
    let mut results = egui_kittest::SnapshotResults::new();
    for (name, theme) in [("light", Theme::Light), ("dark", Theme::Dark)] {
        let mut typed = String::from("Forum 論壇");
        let mut harness = shown([220.0, 96.0], theme, 1.5, move |ui| {
            let label = ui.label("Title");
            ui.text_edit_singleline(&mut typed).labelled_by(label.id);
            let _ = ui.button("Save");
        });
        results.add(harness.try_snapshot(format!("renderer_{name}")));
    }
}
