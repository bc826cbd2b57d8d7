import Foundation

/// A smooth function of two variables to climb: Newton's method, damped towards the gradient where
/// the ground is not domed (Levenberg 1944, Marquardt 1963). Deterministic and bounded.
enum Hill {
  /// Where one stands.
  struct Place: Hashable, Sendable {
    var x: Double
    var y: Double
  }

  /// The height, slopes and curvatures at a place.
  struct Ground: Sendable {
    var height = 0.0
    var x = 0.0
    var y = 0.0
    var xx = 0.0
    var xy = 0.0
    var yy = 0.0

    /// The same ground over the logarithms of two positive variables.
    func inLogarithms(_ first: Double, _ second: Double) -> Ground {
      Ground(
        height: height, x: first * x, y: second * y,
        xx: first * first * xx + first * x, xy: first * second * xy,
        yy: second * second * yy + second * y)
    }

    /// The same ground with a dome of curvature `pull` over `centre`.
    func drawn(to centre: Place, from place: Place, by pull: Double) -> Ground {
      let (dx, dy) = (place.x - centre.x, place.y - centre.y)
      return Ground(
        height: height - pull / 2 * (dx * dx + dy * dy), x: x - pull * dx, y: y - pull * dy,
        xx: xx - pull, xy: xy, yy: yy - pull)
    }
  }

  /// How far from the start, in logarithms, the climb may lead.
  private static let reach = 12.0

  /// The top near the start, with the ground drawn towards it.
  static func top(
    from start: Place, pull: Double, ground: (Place) -> Ground
  ) -> Place {
    var place = start
    var here = ground(place).drawn(to: start, from: place, by: pull)
    var damping = 0.0
    for _ in 0..<60 {
      guard let next = step(here, damping: damping) else {
        damping = max(damping * 4, abs(here.xx) + abs(here.yy) + 1e-3)
        continue
      }
      let there = Place(
        x: bounded(place.x + next.x, around: start.x), y: bounded(place.y + next.y, around: start.y)
      )
      if abs(there.x - place.x) + abs(there.y - place.y) < 1e-9 { break }
      let ahead = ground(there).drawn(to: start, from: there, by: pull)
      if ahead.height >= here.height {
        (place, here, damping) = (there, ahead, damping / 8)
        if damping < 1e-9 { damping = 0 }
      } else {
        damping = max(damping * 4, abs(here.xx) + abs(here.yy) + 1e-3)
      }
    }
    return place
  }

  /// Newton's step with the damping added; nil where the ground is not domed even so.
  private static func step(_ ground: Ground, damping: Double) -> Place? {
    let (xx, yy) = (damping - ground.xx, damping - ground.yy)
    let determinant = xx * yy - ground.xy * ground.xy
    guard xx > 0, yy > 0, determinant > 0 else { return nil }
    return Place(
      x: (yy * ground.x + ground.xy * ground.y) / determinant,
      y: (ground.xy * ground.x + xx * ground.y) / determinant)
  }

  private static func bounded(_ value: Double, around centre: Double) -> Double {
    min(centre + reach, max(centre - reach, value))
  }
}
