import betaCdf from "@stdlib/stats-base-dists-beta-cdf";
import betaQuantile from "@stdlib/stats-base-dists-beta-quantile";
import chiSquareCdf from "@stdlib/stats-base-dists-chisquare-cdf";
import chiSquareQuantile from "@stdlib/stats-base-dists-chisquare-quantile";
import fCdf from "@stdlib/stats-base-dists-f-cdf";
import normalCdf from "@stdlib/stats-base-dists-normal-cdf";
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import tCdf from "@stdlib/stats-base-dists-t-cdf";
import tQuantile from "@stdlib/stats-base-dists-t-quantile";

/** A distribution as far as tests and intervals need it; every argument and result is plain, NaN where undefined. */
export const beta = { cdf: betaCdf, quantile: betaQuantile };
export const chiSquare = { cdf: chiSquareCdf, quantile: chiSquareQuantile };
export const fisher = { cdf: fCdf };
export const normal = { cdf: normalCdf, quantile: normalQuantile };
export const student = { cdf: tCdf, quantile: tQuantile };
