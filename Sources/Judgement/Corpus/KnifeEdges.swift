import Exact

/// Inputs of a function of one number whose exact results all but lie on a tie, halfway between two
/// neighbouring numbers of the format: arithmetic that keeps few digits to spare cannot tell the side.
///
/// In float64 and float32 every result lies within 1e-6 units in the last place of a tie. They were
/// found among millions of neighbouring inputs in each of several places, or by thought where a
/// series ends on a tie. Of float16 and bfloat16 every number was tried, and the hardest are here;
/// of those equally hard, such as x and −x of an even function, one.
struct KnifeEdges: Sendable {
  private let bits: [Format: [UInt64]]

  private init(
    float64: [UInt64], float32: [UInt64], float16: [UInt64], bfloat16: [UInt64]
  ) {
    bits = [.float64: float64, .float32: float32, .float16: float16, .bfloat16: bfloat16]
  }

  /// From the least to the greatest.
  func inputs(in format: Format) -> [Rational] {
    bits[format]!.map { Floating(bits: $0, format: format).value.asRational! }
  }
}

extension KnifeEdges {
  /// 1/(1 + e^−x). Beside zero 1/2 + x/4 is the tie itself, and −x³/48 decides; among the greatest
  /// the tie is the one with 1.
  static let sigmoid = KnifeEdges(
    float64: [
      0xc082_f8dd_5418_8314, 0xc044_4650_c42f_555e, 0xc002_e842_4cfc_eec7, 0x3cc8_0000_0000_0000,
      0x3fe3_4bcb_7601_3659, 0x4042_b708_8723_20e2,
    ],
    float32: [0xc27d_58d9, 0xc124_339a, 0xc00c_c4db, 0x34c0_0000, 0x3f28_3bf2, 0x418a_a123],
    float16: [0x9b00, 0x9900, 0x9600, 0x9000, 0x1400, 0x1a00],
    bfloat16: [0xbca0, 0xbc40, 0xbb80, 0x3c00, 0x3cc0, 0x3e69])

  /// σ(x)·σ(−x), the slope of the sigmoid. In float64 1/4 − x²/16 is a tie at 2^−26.
  static let sigmoidSlope = KnifeEdges(
    float64: [
      0xc053_352c_66aa_376b, 0xbff9_65f7_5472_89a2, 0x3e50_0000_0000_0000, 0x3fda_34d2_feb3_3255,
      0x4023_508c_5d20_cd9c, 0x4083_20e4_06f2_7f79,
    ],
    float32: [0xc1e2_7d80, 0xbfdd_a151, 0x3b63_6728, 0x3ef4_fb33, 0x4142_3042, 0x427d_58d9],
    float16: [0x2800, 0x2aee, 0x2f38, 0x3988, 0x3b72, 0x3ecc],
    bfloat16: [0x3db5, 0x3e4b, 0x3eb1, 0x3f7a, 0x4072, 0x419f])

  /// log(1 + e^x). Among the greatest e^−x is half a unit in the last place of x.
  static let softplus = KnifeEdges(
    float64: [
      0xc082_7825_1dfd_bffb, 0xc03e_6c9b_39a0_041a, 0xbff2_4038_8ccf_411d, 0x3f90_5ca2_624b_79c4,
      0x4005_f5de_ef26_c698, 0x4040_a2b2_3f3b_ab73,
    ],
    float32: [0xc27d_58d9, 0xc1ce_c1ed, 0xbfa0_9dc1, 0x3c7e_cda8, 0x402b_309a, 0x4168_e5bf],
    float16: [0x9822, 0x8431, 0x8430, 0x842f, 0x17bc, 0x4523],
    bfloat16: [0xbf4c, 0xbec7, 0xbc7a, 0x39de, 0x39df, 0x3f92])

  /// −log p. At 1 − e it is e + e²/2 + e³/3 + …, of which e + e²/2 is a tie if e is 2^(1−precision):
  /// the last one in float64 and float32.
  static let nats = KnifeEdges(
    float64: [
      0x01a5_2a9f_8e88_c3bc, 0x390a_9833_2e18_6408, 0x3fbe_8f47_9895_b082, 0x3fd7_cce8_fa7e_b3c0,
      0x3fe5_e121_d453_ff34, 0x3fef_ffff_ffff_fffe,
    ],
    float32: [0x053c_8e9b, 0x1f8d_227e, 0x3e12_0b04, 0x3ec7_a5a2, 0x3f2f_24ef, 0x3f7f_fffe],
    float16: [0x1935, 0x1d78, 0x2dbb, 0x305f, 0x358b, 0x396f],
    bfloat16: [0x0e99, 0x1069, 0x233c, 0x23c7, 0x256c, 0x35e5])

  /// −log₂ p.
  static let bits = KnifeEdges(
    float64: [
      0x01b5_147a_d6a3_4ac9, 0x3c07_a693_ba80_eed6, 0x3f9f_c0fd_8cf3_78ac, 0x3fd5_6f07_7480_580f,
      0x3fe1_cca0_2196_8cd7, 0x3fef_ffff_ff66_925b,
    ],
    float32: [0x05eb_8090, 0x2025_fc89, 0x3d2a_85ab, 0x3ea0_7ab9, 0x3f31_2ffa, 0x3f7e_3274],
    float16: [0x06a3, 0x1cb3, 0x3489, 0x34ff, 0x3b13, 0x3ba3],
    bfloat16: [0x1fa6, 0x2fbd, 0x37dc, 0x3bbb, 0x3db6, 0x3ea2])

  /// −log₁₀ p.
  static let bans = KnifeEdges(
    float64: [
      0x01c0_2fa2_468a_c4c2, 0x39b2_32fd_3d2a_3bf3, 0x3f9a_ed8d_e5d4_a0d3, 0x3fda_233d_d4a8_b158,
      0x3fe9_807a_14b7_4647, 0x3fef_ffff_ff3f_df0b,
    ],
    float32: [0x0626_099e, 0x1782_02fc, 0x3cfb_48aa, 0x3ef1_5103, 0x3f33_1ffb, 0x3f5f_de1b],
    float16: [0x0f4f, 0x2d1b, 0x2e4b, 0x2f52, 0x338f, 0x33f8],
    bfloat16: [0x0945, 0x0ced, 0x12f4, 0x1786, 0x1a9d, 0x325d])

  /// −log(1 − p). The first one in float64 and float32 is that e.
  static let complement = KnifeEdges(
    float64: [
      0x3cb0_0000_0000_0000, 0x3f01_0e5f_40fd_f208, 0x3f65_d8a7_dcda_1514, 0x3fcc_a459_a6a9_2947,
      0x3fe3_8f94_4af2_2219, 0x3fef_fffc_7afd_4f98,
    ],
    float32: [0x3400_0000, 0x3827_ff6d, 0x3b34_1d75, 0x3e7a_124d, 0x3efe_f740, 0x3f73_e555],
    float16: [0x11a8, 0x1dfd, 0x1fba, 0x2115, 0x336d, 0x3522],
    bfloat16: [0x3bb5, 0x3d27, 0x3d3d, 0x3e2d, 0x3e4c, 0x3e96])

  /// −σ(−z)²·log σ(z), the focal loss for y = 1 and γ = 2.
  static let focal = KnifeEdges(
    float64: [
      0xc01d_56ce_ea5e_b598, 0xc002_0ad6_42b1_1870, 0xbf88_58d6_a073_d3c7, 0x3fe2_871a_fd38_f213,
      0x4020_8d66_0a06_5e8b, 0x4068_e60c_0d69_a2c3,
    ],
    float32: [0xc0f8_f407, 0xc00b_79c4, 0xbc59_29c0, 0x3f36_7cb0, 0x4118_293d, 0x41bb_faf4],
    float16: [0xb5ac, 0xaff0, 0xa458, 0x01c1, 0x33e4, 0x41f5],
    bfloat16: [0xc066, 0xbfe1, 0xb93c, 0xb93b, 0xb93a, 0xb939])

  /// log w, the entropy of a uniform distribution.
  static let uniform = KnifeEdges(
    float64: [0x401e_1cf8_9d6b_73ac],
    float32: [0x40e3_cdc4],
    float16: [0x305f],
    bfloat16: [0x256c])

  /// ½ log(2πeσ²), of a normal one. In 16 bits only σ was tried whose 2πσ² is in the range.
  static let normal = KnifeEdges(
    float64: [0x3fe6_a06d_4dc5_7180],
    float32: [0x3f54_8305],
    float16: [0x2092],
    bfloat16: [0x2e9e])

  /// 1 − log r, of an exponential one.
  static let exponential = KnifeEdges(
    float64: [0x4008_708e_357c_3425],
    float32: [0x4046_a720],
    float16: [0x0fc8],
    bfloat16: [0x256c])

  /// 1 + log(2m), of a Laplace one.
  static let laplace = KnifeEdges(
    float64: [0x3fd3_712e_9165_7910],
    float32: [0x3ea8_61cc],
    float16: [0x41d4],
    bfloat16: [0x24ec])
}
