//! How fast something grows: the exponent of the power law through what was measured.

/// The slope of the straight line through the logarithms of `points`, by least squares: 1 for linear growth, 2 for quadratic.
///
/// Points of at most `least` are left out, as they are mostly chance. `None` where fewer than two are left.
pub(super) fn exponent(points: &[(f64, f64)], least: f64) -> Option<f64> {
    let logs: Vec<(f64, f64)> =
        points.iter().filter(|(x, y)| *x > 0.0 && *y > least).map(|(x, y)| (x.ln(), y.ln())).collect();
    if logs.len() < 2 {
        return None;
    }
    let count = logs.len() as f64;
    let (sum_x, sum_y) = logs.iter().fold((0.0, 0.0), |(sx, sy), (x, y)| (sx + x, sy + y));
    let (mean_x, mean_y) = (sum_x / count, sum_y / count);
    let (xy, xx) = logs
        .iter()
        .fold((0.0, 0.0), |(xy, xx), (x, y)| (xy + (x - mean_x) * (y - mean_y), xx + (x - mean_x) * (x - mean_x)));
    (xx > 0.0).then(|| xy / xx)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn power_laws_give_their_exponent() {
        for power in [0.5, 1.0, 2.0] {
            let points: Vec<(f64, f64)> = [1e4, 1e5, 1e6].iter().map(|&x: &f64| (x, 3.0 * x.powf(power))).collect();
            assert!(exponent(&points, 0.0).is_some_and(|e| (e - power).abs() < 1e-9));
        }
        assert_eq!(exponent(&[(1e4, 1.0), (1e5, 9.0)], 1.0), None);
    }
}
