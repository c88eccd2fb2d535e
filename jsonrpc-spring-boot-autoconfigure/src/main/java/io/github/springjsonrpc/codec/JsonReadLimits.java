package io.github.springjsonrpc.codec;

/**
 * How much of a JSON text a parser is willing to take, whoever sent it.
 *
 * @param maxDepth how deep arrays and objects may nest, the envelope included
 * @param maxNumberLength how many digits a number may have
 * @param maxStringLength how many characters a string may have
 * @param maxNameLength how many characters the name of a member may have
 */
public record JsonReadLimits(int maxDepth, int maxNumberLength, int maxStringLength, int maxNameLength) {

}
