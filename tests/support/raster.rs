//! A renderer for pictures in tests: no display, no graphics card, and the same pixels on every machine.
//!
//! It does what egui's own shader does: colour times texture, both in gamma space and with alpha multiplied
//! in, laid over what is there. Corners are snapped to 1/256 of a pixel and edges are decided in whole
//! numbers, by the top-left rule, so neighbours neither overlap nor leave a seam.

use std::collections::HashMap;

use egui::{
    Color32, FullOutput, ImageData, Pos2, Rect, TextureFilter, TextureId, TextureOptions,
    TextureWrapMode, TexturesDelta,
    epaint::{ImageDelta, Mesh, Primitive, Vertex},
};
use egui_kittest::TestRenderer;
use image::RgbaImage;

/// Sub-pixel steps in one pixel.
const STEPS: i64 = 256;

/// The renderer. See the module.
#[derive(Default)]
pub struct Raster {
    textures: HashMap<TextureId, Texture>,
    /// What the last frame could still show and the next cannot.
    freed: Vec<TextureId>,
}

struct Texture {
    size: [usize; 2],
    texels: Vec<Color32>,
    options: TextureOptions,
}

impl TestRenderer for Raster {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        for id in self.freed.drain(..) {
            self.textures.remove(&id);
        }
        for (id, changes) in delta.set.drain() {
            for change in changes {
                self.update(id, &change);
            }
        }
        self.freed.extend(delta.free.drain());
    }

    fn render(&mut self, ctx: &egui::Context, output: &FullOutput) -> Result<RgbaImage, String> {
        let scale = output.pixels_per_point;
        let size = ctx.content_rect().size() * scale;
        // A window is never seen through: what no panel covers has the panels' colour.
        let ground = ctx.global_style().visuals.panel_fill;
        let mut canvas = Canvas {
            image: RgbaImage::from_pixel(
                size.x.round() as u32,
                size.y.round() as u32,
                image::Rgba(ground.to_array()),
            ),
        };
        for part in ctx.tessellate(output.shapes.clone(), scale) {
            match part.primitive {
                Primitive::Mesh(mesh) => {
                    let texture = self
                        .textures
                        .get(&mesh.texture_id)
                        .ok_or_else(|| format!("{:?} was never uploaded", mesh.texture_id))?;
                    canvas.mesh(&mesh, texture, part.clip_rect, scale);
                }
                Primitive::Callback(_) => {
                    return Err("a paint callback needs a graphics card".into());
                }
            }
        }
        Ok(canvas.image)
    }
}

impl Raster {
    fn update(&mut self, id: TextureId, change: &ImageDelta) {
        let ImageData::Color(image) = &change.image;
        let Some([left, top]) = change.pos else {
            self.textures.insert(
                id,
                Texture {
                    size: image.size,
                    texels: image.pixels.clone(),
                    options: change.options,
                },
            );
            return;
        };
        let texture = self
            .textures
            .get_mut(&id)
            .expect("a part of a texture is changed after the whole was set");
        texture.options = change.options;
        for (row, texels) in image.pixels.chunks_exact(image.size[0]).enumerate() {
            let start = (top + row) * texture.size[0] + left;
            texture.texels[start..start + texels.len()].copy_from_slice(texels);
        }
    }
}

/// Red, green, blue and alpha, 0 to 255, alpha multiplied in.
type Colour = [f32; 4];

impl Texture {
    /// The colour at a place of the texture, as a share of full: 0 to 1 in each part.
    fn sample(&self, uv: Pos2, filter: TextureFilter) -> Colour {
        let (x, y) = (uv.x * self.size[0] as f32, uv.y * self.size[1] as f32);
        match filter {
            TextureFilter::Nearest => self.texel(x.floor() as isize, y.floor() as isize),
            TextureFilter::Linear => {
                let (x, y) = (x - 0.5, y - 0.5);
                let (left, top) = (x.floor(), y.floor());
                let (right_share, low_share) = (x - left, y - top);
                let (left, top) = (left as isize, top as isize);
                let high = mix(
                    self.texel(left, top),
                    self.texel(left + 1, top),
                    right_share,
                );
                let low = mix(
                    self.texel(left, top + 1),
                    self.texel(left + 1, top + 1),
                    right_share,
                );
                mix(high, low, low_share)
            }
        }
    }

    fn texel(&self, x: isize, y: isize) -> Colour {
        let [width, height] = self.size;
        let place = self.wrapped(y, height) * width + self.wrapped(x, width);
        self.texels[place]
            .to_array()
            .map(|part| f32::from(part) / 255.0)
    }

    fn wrapped(&self, place: isize, length: usize) -> usize {
        let length = length.cast_signed();
        let wrapped = match self.options.wrap_mode {
            TextureWrapMode::ClampToEdge => place.clamp(0, length - 1),
            TextureWrapMode::Repeat => place.rem_euclid(length),
            TextureWrapMode::MirroredRepeat => {
                let place = place.rem_euclid(2 * length);
                place.min(2 * length - 1 - place)
            }
        };
        wrapped.cast_unsigned()
    }
}

fn mix(from: Colour, to: Colour, share: f32) -> Colour {
    std::array::from_fn(|part| from[part] + (to[part] - from[part]) * share)
}

/// A corner, in sub-pixel steps.
#[derive(Clone, Copy)]
struct Corner {
    x: i64,
    y: i64,
}

impl Corner {
    fn of(position: Pos2, scale: f32) -> Self {
        // Far outside of any picture is far enough: it keeps the products below in range.
        let steps = |points: f32| {
            (f64::from(points * scale).clamp(-1e6, 1e6) * STEPS as f64).round() as i64
        };
        Self {
            x: steps(position.x),
            y: steps(position.y),
        }
    }
}

/// One edge of a triangle as `right * x + down * y + base`, positive inside.
struct Edge {
    right: i64,
    down: i64,
    base: i64,
    /// Whether points on the edge belong to this triangle, not to its neighbour.
    owns: bool,
}

impl Edge {
    fn between(from: Corner, to: Corner) -> Self {
        let (right, down) = (from.y - to.y, to.x - from.x);
        Self {
            right,
            down,
            base: -(right * from.x + down * from.y),
            owns: right > 0 || (right == 0 && down > 0),
        }
    }

    /// The value in the middle of a pixel.
    fn at(&self, x: i64, y: i64) -> i64 {
        self.right * (x * STEPS + STEPS / 2) + self.down * (y * STEPS + STEPS / 2) + self.base
    }

    /// Narrows a span of pixels of row `y` to those inside this edge.
    fn narrow(&self, y: i64, (start, end): (i64, i64)) -> (i64, i64) {
        let base = self.at(0, y) - i64::from(!self.owns);
        let slope = self.right * STEPS;
        match slope {
            0 if base < 0 => (start, start),
            0 => (start, end),
            1.. => (start.max(-base.div_euclid(slope)), end),
            _ => (start, end.min(base.div_euclid(-slope) + 1)),
        }
    }
}

struct Canvas {
    image: RgbaImage,
}

impl Canvas {
    fn mesh(&mut self, mesh: &Mesh, texture: &Texture, clip: Rect, scale: f32) {
        let edge = |points: f32, most: u32| -> i64 {
            i64::from(((points * scale).round() as i32).clamp(0, most.cast_signed()))
        };
        let (width, height) = self.image.dimensions();
        let columns = (edge(clip.min.x, width), edge(clip.max.x, width));
        let rows = (edge(clip.min.y, height), edge(clip.max.y, height));
        for corners in mesh.indices.chunks_exact(3) {
            let corners = [corners[0], corners[1], corners[2]];
            let corners = corners.map(|corner| mesh.vertices[corner as usize]);
            self.triangle(corners, texture, columns, rows, scale);
        }
    }

    fn triangle(
        &mut self,
        mut vertices: [Vertex; 3],
        texture: &Texture,
        columns: (i64, i64),
        rows: (i64, i64),
        scale: f32,
    ) {
        let mut corners = vertices.map(|vertex| Corner::of(vertex.pos, scale));
        let area = Edge::between(corners[0], corners[1]);
        let mut area = area.right * corners[2].x + area.down * corners[2].y + area.base;
        if area == 0 {
            return;
        }
        if area < 0 {
            corners.swap(1, 2);
            vertices.swap(1, 2);
            area = -area;
        }
        // Each edge stands opposite the corner of its number, so it weighs that corner.
        let edges =
            [(1, 2), (2, 0), (0, 1)].map(|(from, to)| Edge::between(corners[from], corners[to]));
        let paint = Paint::new(&vertices, texture, edges, area);
        let lowest = corners.iter().map(|corner| corner.y).min().unwrap_or(0);
        let highest = corners.iter().map(|corner| corner.y).max().unwrap_or(0);
        let width = self.image.width() as usize;
        for y in rows.0.max(lowest / STEPS - 1)..rows.1.min(highest / STEPS + 1) {
            let (start, end) = paint
                .edges
                .iter()
                .fold(columns, |span, edge| edge.narrow(y, span));
            if start < end {
                let row = y as usize * width;
                let span = (row + start as usize) * 4..(row + end as usize) * 4;
                paint.fill(
                    &mut self.image.as_flat_samples_mut().samples[span],
                    start,
                    y,
                );
            }
        }
    }
}

/// What a triangle is filled with.
struct Paint<'a> {
    texture: &'a Texture,
    filter: TextureFilter,
    edges: [Edge; 3],
    area: f64,
    tints: [Colour; 3],
    places: [Pos2; 3],
    /// The one colour of it, where it has but one.
    flat: Option<Colour>,
}

impl<'a> Paint<'a> {
    fn new(vertices: &[Vertex; 3], texture: &'a Texture, edges: [Edge; 3], area: i64) -> Self {
        let mut paint = Self {
            texture,
            filter: texture.options.magnification,
            edges,
            area: area as f64,
            tints: vertices.map(|vertex| vertex.color.to_array().map(f32::from)),
            places: vertices.map(|vertex| vertex.uv),
            flat: None,
        };
        if paint.texels_per_pixel() > 1.001 {
            paint.filter = texture.options.minification;
        }
        let same = |one: &Vertex| (one.color, one.uv) == (vertices[0].color, vertices[0].uv);
        if vertices.iter().all(same) {
            paint.flat = Some(paint.colour([1.0, 0.0, 0.0]));
        }
        paint
    }

    /// How far one step to the right or down goes in the texture; the longer of the two.
    fn texels_per_pixel(&self) -> f64 {
        let along = |slope: fn(&Edge) -> i64| {
            let [u, v] = [|place: &Pos2| place.x, |place: &Pos2| place.y].map(|part| {
                (self.edges.iter().zip(&self.places))
                    .map(|(edge, place)| (slope(edge) * STEPS) as f64 * f64::from(part(place)))
                    .sum::<f64>()
                    / self.area
            });
            (u * self.texture.size[0] as f64)
                .abs()
                .max((v * self.texture.size[1] as f64).abs())
        };
        along(|edge| edge.right).max(along(|edge| edge.down))
    }

    fn colour(&self, weights: [f32; 3]) -> Colour {
        let weighed = |values: [f32; 3]| {
            values[0] * weights[0] + values[1] * weights[1] + values[2] * weights[2]
        };
        let place = Pos2::new(
            weighed(self.places.map(|place| place.x)),
            weighed(self.places.map(|place| place.y)),
        );
        let texel = self.texture.sample(place, self.filter);
        std::array::from_fn(|part| weighed(self.tints.map(|tint| tint[part])) * texel[part])
    }

    /// Paints the pixels of row `y` from column `start` on.
    fn fill(&self, pixels: &mut [u8], start: i64, y: i64) {
        let pixels = pixels.chunks_exact_mut(4);
        match self.flat {
            Some([0.0, 0.0, 0.0, 0.0]) => {}
            Some(colour) if colour[3] >= 255.0 => {
                let colour = colour.map(|part| part.round() as u8);
                pixels.for_each(|pixel| pixel.copy_from_slice(&colour));
            }
            Some(colour) => pixels.for_each(|pixel| lay_over(pixel, colour)),
            None => {
                for (x, pixel) in (start..).zip(pixels) {
                    let weight = |edge: &Edge| (edge.at(x, y) as f64 / self.area) as f32;
                    let [a, b, c] = &self.edges;
                    lay_over(pixel, self.colour([weight(a), weight(b), weight(c)]));
                }
            }
        }
    }
}

/// Lays a colour over a pixel.
fn lay_over(pixel: &mut [u8], colour: Colour) {
    let rest = 1.0 - colour[3] / 255.0;
    for (part, over) in pixel.iter_mut().zip(colour) {
        // The cast keeps to 0 and 255: light that is added may be brighter than white.
        *part = (over + f32::from(*part) * rest + 0.5) as u8;
    }
}
