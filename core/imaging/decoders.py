"""Whether the decoders for compressed DICOM images are there and work: each decodes a tiny picture on request."""

# untranslated module: encoded samples, and details for technicians

import base64
import zlib
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

SAMPLE_ROWS, SAMPLE_COLUMNS = 16, 16
LOSSY_TOLERANCE = 3
"""Grey values that a lossy sample may differ by."""


@dataclass(frozen=True)
class DecoderCheck:
    """The outcome of trying one decoder.

    Attributes:
        transfer_syntax: UID (DICOM PS3.5 section 10).
        name: The syntax in words.
        available: Whether a decoder is there and decoded its sample right.
        package: The Python package that brings the decoder, empty where Hilum does it itself.
        detail: What was found, or why it failed.
    """

    transfer_syntax: str
    name: str
    available: bool
    package: str
    detail: str = ""


@dataclass(frozen=True)
class _Sample:
    """A compressed 16 x 16 ramp: `column_step` x column + `row_step` x row."""

    column_step: int
    row_step: int
    encoded: str

    @property
    def picture(self) -> npt.NDArray[np.int64]:
        """The picture it must decode to."""
        rows, columns = np.mgrid[0:SAMPLE_ROWS, 0:SAMPLE_COLUMNS]
        picture: npt.NDArray[np.int64] = columns * self.column_step + rows * self.row_step
        return picture


_JPEG_8 = _Sample(
    8,
    4,
    "|JeWF01!$>Nk#wx0RR9200961|JwjV00IF40RaI50RaI50s;a81OoyB0s;jD1Oo&H1qKEN1qKEN2MGuU2MGrT1_%oX2?`1d3JL}Y"
    "3k(Yi3<(Mf3je?W3kU!Z01yEI5di<h03QGV0R;g80RaI400000000000RjUA1qKHQ2?`7U!~nGr00IF60|EpC1qB2I0004f0RjU6"
    "1Q7)iAu&M)6H#FYB5@QlfsvsIBSNvk6;jdgBr{@if(Z&17Z@2DB_<~*DJnEIHa9pqIzvQ7Mn_0VN>fx-R##YAT4Q8oW@l(=YIAgT"
    "c6WGrdV_?8hKGoWijtF*m6n&7nVO=bq@|{(sHv*5v$VCgx45~w!o$SH#>dFX%F@%+)z;V8+1laa<K*S$=jiF`@$&QZ_4fDp`TGCb"
    "00;pA002J#{HOh!ej9(szxqF?YW)EHn|>RA$G`eNr)v5C0QPP8ZT|os{{ZOzovZW%_HFoW{{SBU0O<amtN+;",
)
_JPEG_12 = _Sample(
    200,
    60,
    "|JeWF01!$>Nk#wx0RR9200961|JwjV009930RaI40RaI40RaI40s#R50RaL50RaL60s;a80s;a90|WyD0|NsB0s{mC0|W#F1Ox&D"
    "1qB2I1q1{H1pmPR3k(1d01yEI5di<h02BZL0000000000000000000E|HJ?s5C8xM0{{R30000000000000XNCpkt|Vs!u700;pA"
    "002J#INpZ{yQqR=aBA-kfsg_mBJQFIjlrwDIs>2RaErQ#CN~DI@aP!;A;K=|Aeh`5yThRW*#",
)
_JPEG_LOSSLESS = _Sample(
    200,
    60,
    "|JeV;02crO0RaI30000000000000052nG!Q!vG5m01yBW0RRyI|Jncu0RR97008Iz0J1ELBFM5Viz3LfEQ=z@vMh@uc=OLZ^Upl<"
    "&ph+bZytH)o_Xh<dFP&a?c>ip^Upl<&ph+bJ-m76o_Xh<dFP&a=eLhM^Upl<&ph+bJofSDo_Xh<dFP&a=bqj?^Upl<&ph+bJoDSf"
    "o_Xh<dFP&a=bn3b^Upl<&ph+bJoC?Q9(m`UdFP&a=bm}(<Ig<v&ph+bJoC>zym{xIdFP&a=bm}zw~svY&ph+bJoC>y_VMSQdFP&a"
    "=bm}zp58q3&ph+bJoC>y^T7Yv",
)
_JPEG_LS = _Sample(
    200,
    60,
    "|JeWN03cIPNk&Eh0ssI30000G0000G3J?YX0003j0003j|L6b+00001|JeWc01FTR5C9MX0TBTI_y7$7|Nj6I07C&306_oR00;pA"
    "00000tbLEM_BV^-czzdy;CKD^d){|=@g5_z={a02*2`6*&1A7yH>1RO+}haI)Y8z-%*x2d#KMlz+XDLX>f+kc%F4pJy0c{II%?IU"
    "Mr_$KWW|dX3=@>)g9Yo?uUxru)vH!4TrL(XR;^N{N|h;6rAn2$-9m*7FvAP3y6djG*=(}QEV9a~s;a80t5vFsD58oeqKYV@X{{EC"
    "rkd8Zt!q-0rJBu3Qk11BN>Y@ilF3R^Qk11BN>x@X6;)MLRaI40g27c)RaFrY5xu<;5fVuxlW_mp",
)
_JPEG_2000 = _Sample(
    200,
    60,
    "|4;u>04V?f0000G0000G00000000000000G0000G0000000000009dD0sm3}3;+NC0RRC61ONg5TmT0^U}$J?|6~9q00BdCWnpw>"
    "WFTUBAWv{*Zc0!^M<8}(a&u{KZXhx)H7+#&kN^q*00000c>n?bli%S$5-Vo6+tr)14P>(PZ+gM-jJd&Q-rr@RNTqEdr|!=VT@6QG"
    "R%XlTsE0AUToA^k&034sY~-bStfFe1fB*mi#~o4V%+f2a=xhz=WE6NA!2AMWA5cIxp@eX<fH(htJ*F<&lq3Xq|Je",
)
_HTJ2K = _Sample(
    200,
    60,
    "|4;u>04YEK0000G0000G00000000000000G0000G0000000000009pH0sl|{2mk^A000XAQUDA90ssL31q1{@0smY86Cj9?kdTm&"
    "kdTm&kdTmwh=~7W02crOPjF>!N>E53R%LP^FfKASE;BCwkN^q*00000g8%{llfVEbwe|%EbN~Rr024p}697j30|#^fNc;kabO68r"
    "6TkoyfFOhX0)lh^B8vC`gH!;(02NRG1z3Uw3l{vUasqV#3>g?0{=hMT?6v^F04)dr1)z?Oj*gCwj*jQbdU|n!cmQ_Wwr$(C{e&QU"
    "_7H*Wx&Z&#",
)

_SYNTAXES = (
    ("1.2.840.10008.1.2.4.50", "JPEG Baseline", _JPEG_8),
    ("1.2.840.10008.1.2.4.51", "JPEG Extended, 12 bits", _JPEG_12),
    ("1.2.840.10008.1.2.4.57", "JPEG Lossless", _JPEG_LOSSLESS),
    ("1.2.840.10008.1.2.4.70", "JPEG Lossless, first-order prediction", _JPEG_LOSSLESS),
    ("1.2.840.10008.1.2.4.80", "JPEG-LS Lossless", _JPEG_LS),
    ("1.2.840.10008.1.2.4.81", "JPEG-LS Near-lossless", _JPEG_LS),
    ("1.2.840.10008.1.2.4.90", "JPEG 2000 Lossless", _JPEG_2000),
    ("1.2.840.10008.1.2.4.91", "JPEG 2000", _JPEG_2000),
    ("1.2.840.10008.1.2.4.201", "High-Throughput JPEG 2000 Lossless", _HTJ2K),
    ("1.2.840.10008.1.2.4.202", "High-Throughput JPEG 2000 Lossless RPCL", _HTJ2K),
    ("1.2.840.10008.1.2.4.203", "High-Throughput JPEG 2000", _HTJ2K),
)


def check_decoders() -> tuple[DecoderCheck, ...]:
    """Try the decoder of each compression that Hilum reads; takes some milliseconds, and the libraries' import."""
    checks = tuple(_check_codec(syntax, name, sample) for syntax, name, sample in _SYNTAXES)
    return (*checks, _check_rle(), _check_deflate())


def _check_codec(transfer_syntax: str, name: str, sample: _Sample) -> DecoderCheck:
    """Decode one sample with the codec that reading uses."""
    from core.imaging.dicom_codecs import CODECS, DECODING_FAILURES, decode_codestream

    package = CODECS[transfer_syntax].package
    try:
        frame = decode_codestream(transfer_syntax, base64.b85decode(sample.encoded))
        difference = int(np.abs(frame.samples.astype(np.int64) - sample.picture).max())
    except ImportError as error:
        return DecoderCheck(transfer_syntax, name, False, package, f"not installed: {error}")
    except DECODING_FAILURES as error:
        return DecoderCheck(transfer_syntax, name, False, package, f"{type(error).__name__}: {error}")
    is_right = difference <= (LOSSY_TOLERANCE if sample in (_JPEG_8, _JPEG_12) else 0)
    detail = "sample decoded" if is_right else f"sample decoded wrongly, by up to {difference}"
    return DecoderCheck(transfer_syntax, name, is_right, package, detail)


def _check_rle() -> DecoderCheck:
    """Expand a run of 256 sevens."""
    from core.imaging.dicom_rle import decode_rle

    header = (1).to_bytes(4, "little") + (64).to_bytes(4, "little")
    run = bytes((129, 7))
    try:
        decoded = decode_rle(header.ljust(64, b"\x00") + run * 2, SAMPLE_ROWS, SAMPLE_COLUMNS, 1, 1)
    except ValueError as error:
        return DecoderCheck("1.2.840.10008.1.2.5", "RLE Lossless", False, "", str(error))
    is_right = bool((decoded == 7).all())
    return DecoderCheck("1.2.840.10008.1.2.5", "RLE Lossless", is_right, "", "sample decoded")


def _check_deflate() -> DecoderCheck:
    """Expand what was deflated."""
    squeezed = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    data = squeezed.compress(bytes(256)) + squeezed.flush()
    is_right = zlib.decompressobj(-zlib.MAX_WBITS).decompress(data) == bytes(256)
    name = "Deflated Explicit VR Little Endian"
    return DecoderCheck("1.2.840.10008.1.2.1.99", name, is_right, "", "sample decoded")
